/*
 * Runs a program as process 1 of a PID namespace, in a root folder of its own, and tells what can be seen of it.
 *
 *   jail ROOT TTY,TTY,... PROGRAM ARGUMENT...
 *
 * The first TTY is init's own console; each is a pseudo terminal under ROOT/dev. Standard input takes commands, a line
 * each: "signal NUMBER" to process 1, "type TTY HEX", "kill PID NUMBER". Standard output gets a line for each thing that
 * happens: seconds since the start, a word, and the rest, with control characters as \xNN:
 *
 *   T tty NAME MAJOR:MINOR    the device of a terminal
 *   T begin                   process 1 starts now
 *   T report PID TEXT         a report of a test process (socket /run/report), with its outer process number
 *   T gone PID                a test process closed its socket, so it is dead
 *   T out TTY TEXT            output on a terminal
 *   T log TEXT                a datagram on /dev/log
 *   T end SIGNAL              process 1 is gone (0: it exited)
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { most_fds = 4096 };

struct peer {
  char kind; /* 'c' commands, 't' terminal, 'l' log, 'r' reports, 'p' process */
  int pid;
  const char *name;
  char line[8192];
  size_t used;
};

static struct pollfd fds[most_fds];
static struct peer *peers[most_fds];
static int count;
static struct timespec begin;
static char root[2048];

static void fail(const char *what) {
  fprintf(stderr, "jail: %s: %s\n", what, strerror(errno));
  exit(2);
}

static void *must(void *value, const char *what) {
  if (value == NULL) fail(what);
  return value;
}

static int check(int value, const char *what) {
  if (value < 0) fail(what);
  return value;
}

static char *path(const char *name) {
  char *text = NULL;
  check(asprintf(&text, "%s%s", root, name), "asprintf");
  return text;
}

static void tell(const char *word, const char *first, const char *text, size_t length) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  double t = (double)(now.tv_sec - begin.tv_sec) + (double)(now.tv_nsec - begin.tv_nsec) / 1e9;
  printf("%.4f %s%s%s ", t, word, *first ? " " : "", first);
  for (size_t at = 0; at < length; at++) {
    unsigned char byte = (unsigned char)text[at];
    if (byte < 32 || byte == 92 || byte > 126)
      printf("\\x%02x", byte);
    else
      putchar(byte);
  }
  putchar('\n');
  fflush(stdout);
}

static struct peer *watch(int fd, char kind, const char *name) {
  if (count == most_fds) fail("too many processes");
  struct peer *peer = must(calloc(1, sizeof(*peer)), "calloc");
  peer->kind = kind;
  peer->name = name;
  fds[count] = (struct pollfd){.fd = fd, .events = POLLIN};
  peers[count++] = peer;
  return peer;
}

static int listen_at(const char *name, int type) {
  char *full = path(name);
  unlink(full);
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(full) >= sizeof(address.sun_path)) fail("the name of the folder is too long");
  strcpy(address.sun_path, full);
  int fd = check(socket(AF_UNIX, type | SOCK_CLOEXEC, 0), "socket");
  check(bind(fd, (struct sockaddr *)&address, sizeof(address)), full);
  check(chmod(full, 0666), full);
  if (type == SOCK_STREAM) check(listen(fd, 512), "listen");
  free(full);
  return fd;
}

static void bind_device(const char *device, const char *name) {
  char *full = path(name);
  close(check(open(full, O_CREAT | O_WRONLY, 0666), full));
  check(mount(device, full, NULL, MS_BIND, NULL), full);
  free(full);
}

/* The other side of a new pseudo terminal appears under /dev. */
static int add_tty(const char *name) {
  int master = check(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "posix_openpt");
  check(grantpt(master), "grantpt");
  check(unlockpt(master), "unlockpt");
  const char *slave = ptsname(master);
  char inside[64];
  snprintf(inside, sizeof(inside), "/dev/%s", name);
  bind_device(slave, inside);
  struct stat status;
  check(stat(slave, &status), slave);
  char device[32];
  snprintf(device, sizeof(device), "%u:%u", major(status.st_rdev), minor(status.st_rdev));
  tell("tty", name, device, strlen(device));
  watch(master, 't', name);
  return master;
}

static void run_init(const char *console, char **arguments) {
  char inside[64];
  check(chroot(root), "chroot");
  check(chdir("/"), "chdir");
  snprintf(inside, sizeof(inside), "/dev/%s", console);
  int fd = check(open(inside, O_RDWR | O_NOCTTY), inside);
  for (int target = 0; target < 3; target++) check(dup2(fd, target), "dup2");
  if (fd > 2) close(fd);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  char *environment[] = {"HOME=/", "TERM=linux", NULL};
  execve(arguments[0], arguments, environment);
  fail(arguments[0]);
}

static void obey(char *line, int init) {
  char name[64];
  static char hex[65536];
  int number, pid;
  if (sscanf(line, "signal %d", &number) == 1 && init > 0) kill(init, number);
  else if (sscanf(line, "kill %d %d", &pid, &number) == 2 && pid > 1) kill(pid, number);
  else if (sscanf(line, "type %63s %65535s", name, hex) == 2) {
    for (int index = 0; index < count; index++) {
      if (peers[index]->kind != 't' || strcmp(peers[index]->name, name) != 0) continue;
      for (size_t at = 0; hex[at] != '\0' && hex[at + 1] != '\0'; at += 2) {
        unsigned byte = 0;
        sscanf(hex + at, "%2x", &byte);
        char character = (char)byte;
        if (write(fds[index].fd, &character, 1) < 0) fail("type");
      }
    }
  }
}

static void lines_of(int index, int init) {
  struct peer *peer = peers[index];
  char *end;
  while ((end = memchr(peer->line, '\n', peer->used)) != NULL) {
    *end = '\0';
    if (peer->kind == 'c')
      obey(peer->line, init);
    else {
      char pid[16];
      snprintf(pid, sizeof(pid), "%d", peer->pid);
      tell("report", pid, peer->line, (size_t)(end - peer->line));
    }
    peer->used -= (size_t)(end + 1 - peer->line);
    memmove(peer->line, end + 1, peer->used);
  }
}

/* True if there was something; false at the end of the stream. */
static int take(int index, int init) {
  struct peer *peer = peers[index];
  int fd = fds[index].fd;
  static char text[65536];
  ssize_t length;
  switch (peer->kind) {
    case 'r': {
      int accepted = accept4(fd, NULL, NULL, SOCK_CLOEXEC);
      if (accepted < 0) return 1;
      struct ucred other;
      socklen_t size = sizeof(other);
      check(getsockopt(accepted, SOL_SOCKET, SO_PEERCRED, &other, &size), "SO_PEERCRED");
      watch(accepted, 'p', "")->pid = other.pid;
      return 1;
    }
    case 'l':
    case 't':
      length = read(fd, text, sizeof(text));
      /* Nobody has the other side open at the moment. */
      if (length <= 0) return 0;
      tell(peer->kind == 'l' ? "log" : "out", peer->name, text, (size_t)length);
      return 1;
    default:
      length = read(fd, peer->line + peer->used, sizeof(peer->line) - 1 - peer->used);
      if (length <= 0) return 0;
      peer->used += (size_t)length;
      lines_of(index, init);
      return 1;
  }
}

int main(int argc, char **argv) {
  if (argc < 4) fail("usage: jail ROOT TTYS PROGRAM...");
  must(realpath(argv[1], root), argv[1]);
  setvbuf(stdout, NULL, _IOLBF, 0);
  check(unshare(CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS), "unshare");
  check(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), "mount");
  clock_gettime(CLOCK_MONOTONIC, &begin);

  bind_device("/dev/null", "/dev/null");
  bind_device("/dev/tty", "/dev/tty");
  watch(0, 'c', "");
  watch(listen_at("/dev/log", SOCK_DGRAM), 'l', "");
  watch(listen_at("/run/report", SOCK_STREAM), 'r', "");
  const char *console = NULL;
  for (char *name = strtok(argv[2], ","); name != NULL; name = strtok(NULL, ",")) {
    int master = add_tty(name);
    if (console == NULL) console = name;
    /* One side stays open, so that the terminal survives between two processes. */
    check(open(ptsname(master), O_RDWR | O_NOCTTY | O_CLOEXEC), name);
  }

  clock_gettime(CLOCK_MONOTONIC, &begin);
  tell("begin", "", "", 0);
  int init = check(fork(), "fork");
  if (init == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    run_init(console, argv + 3);
  }
  for (;;) {
    check(poll(fds, (nfds_t)count, 100), "poll");
    for (int index = 0; index < count; index++) {
      if (fds[index].revents == 0 || take(index, init)) continue;
      struct peer *peer = peers[index];
      if (peer->kind == 'c') {
        if (init > 0) kill(init, SIGKILL);
        return 0;
      }
      if (peer->kind != 'p') continue;
      char pid[16];
      snprintf(pid, sizeof(pid), "%d", peer->pid);
      tell("gone", pid, "", 0);
      close(fds[index].fd);
      free(peer);
      count--;
      fds[index] = fds[count];
      peers[index] = peers[count];
      index--;
    }
    int status;
    if (init > 0 && waitpid(init, &status, WNOHANG) == init) {
      char text[16];
      snprintf(text, sizeof(text), "%d", WIFSIGNALED(status) ? WTERMSIG(status) : 0);
      tell("end", "", text, strlen(text));
      init = 0;
    }
  }
}
