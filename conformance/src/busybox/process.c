/*
 * The test process of the recorded scenarios: it is known by its first argument (or, under another name, by that name),
 * reports what it sees over a socket, and ends as the file /run/processes says.
 *
 * A line of that file: KEY, seconds until it ends or "-" for never, exit code, "exit" or "ignore" for TERM, HUP and INT,
 * and the key of a child that it leaves behind in a session of its own; separated by tabs.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static char message[8192];
static size_t used;

static void add(const char *text) {
  for (; *text != '\0' && used < sizeof(message) - 8; text++) {
    /* Tabs and newlines part the fields and lines of a report. */
    if (*text == '\t' || *text == '\n' || *text == '\\')
      used += (size_t)snprintf(message + used, 6, "\\x%02x", (unsigned char)*text);
    else
      message[used++] = *text;
  }
}

static void field(const char *name, const char *value) {
  message[used++] = '\t';
  add(name);
  message[used++] = '=';
  add(value);
}

static void send_report(int socket_fd) {
  message[used++] = '\n';
  if (write(socket_fd, message, used) < 0) _exit(120);
  used = 0;
}

/* The number of the device behind standard input; the recorder knows which terminal that is. */
static void input_field(void) {
  struct stat status;
  char text[64] = "none";
  if (fstat(0, &status) == 0) {
    if (S_ISCHR(status.st_mode))
      snprintf(text, sizeof(text), "%u:%u", major(status.st_rdev), minor(status.st_rdev));
    else
      snprintf(text, sizeof(text), "other");
  }
  field("input", text);
}

struct settings {
  double runs;
  int code;
  int ignores;
  char leaves[64];
};

static struct settings settings_of(const char *key) {
  struct settings found = {-1, 0, 0, ""};
  char line[4096];
  FILE *file = fopen("/run/processes", "r");
  while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
    char *runs = strchr(line, '\t');
    if (runs == NULL) continue;
    *runs++ = '\0';
    if (strcmp(line, key) != 0) continue;
    char action[16] = "";
    char span[32] = "-";
    sscanf(runs, "%31s %d %15s %63s", span, &found.code, action, found.leaves);
    found.runs = strcmp(span, "-") == 0 ? -1 : atof(span);
    found.ignores = strcmp(action, "ignore") == 0;
    break;
  }
  if (file != NULL) fclose(file);
  return found;
}

int main(int argc, char **argv) {
  struct timespec begin;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  sigset_t handled;
  sigemptyset(&handled);
  sigaddset(&handled, SIGTERM);
  sigaddset(&handled, SIGHUP);
  sigaddset(&handled, SIGINT);
  sigprocmask(SIG_BLOCK, &handled, NULL);

  const char *base = strrchr(argv[0], '/');
  base = base == NULL ? argv[0] : base + 1;
  int login = argv[0][0] == '-';
  if (base == argv[0] && login) base++;
  int plain = strcmp(base, "p") == 0;
  const char *key = plain ? (argc > 1 ? argv[1] : "") : base;

  struct sockaddr_un address = {.sun_family = AF_UNIX};
  strcpy(address.sun_path, "/run/report");
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof(address)) != 0) return 121;

  add("start");
  field("id", key);
  input_field();
  if (login) field("login", "1");
  if (getpid() == 1) field("pid1", "1");
  const char *runlevel = getenv("RUNLEVEL");
  if (runlevel != NULL) field("runlevel", runlevel);
  for (int index = 1; index < argc; index++) field("arg", argv[index]);
  send_report(fd);

  struct settings how = settings_of(key);
  /* What is left behind leaves nothing behind. */
  if (how.leaves[0] != '\0' && getenv("LEFT") == NULL && fork() == 0) {
    setsid();
    setenv("LEFT", "1", 1);
    execl("/bin/p", "/bin/p", how.leaves, (char *)NULL);
    _exit(122);
  }
  for (;;) {
    struct timespec now, rest = {1000000, 0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    double left = how.runs - (double)(now.tv_sec - begin.tv_sec) - (double)(now.tv_nsec - begin.tv_nsec) / 1e9;
    if (how.runs >= 0) {
      if (left < 0) left = 0;
      rest.tv_sec = (time_t)left;
      rest.tv_nsec = (long)((left - (double)rest.tv_sec) * 1e9);
    }
    int signal_number = sigtimedwait(&handled, NULL, &rest);
    int code = how.code;
    if (signal_number > 0) {
      add("signal");
      field("signal", sigabbrev_np(signal_number));
      send_report(fd);
      if (how.ignores) continue;
      code = 143;
    } else if (errno == EINTR || how.runs < 0)
      continue;
    char text[16];
    snprintf(text, sizeof(text), "%d", code);
    add("exit");
    field("code", text);
    send_report(fd);
    _exit(code);
  }
}
