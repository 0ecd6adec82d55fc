#!/usr/bin/perl
# Runs init as process 1 of a namespace of its own and does to it what a plan says. The plan comes as lines of fields
# between tabs; what was seen goes out the same way, with the seconds since the boot in front.
use strict;
use Fcntl qw(:DEFAULT :flock);
use POSIX ':sys_wait_h';
use Socket;
use Time::HiRes qw(time);

my (@events, @arguments, %environment, $until, $tty);
my $root = shift;
while (<STDIN>) {
    chomp;
    my ($kind, @fields) = map { s/%([0-9a-f]{2})/chr hex $1/ger } split /\t/, $_, -1;
    if ($kind eq 'argument') { push @arguments, $fields[0] }
    elsif ($kind eq 'environment') { $environment{$fields[0]} = $fields[1] }
    elsif ($kind eq 'until') { $until = $fields[0] }
    elsif ($kind eq 'tty') { $tty = 1 }
    else { push @events, [@fields] }
}

# The console is a named pipe, or the near end of a pseudo-terminal.
my ($console, $terminal, $far);
if ($tty) {
    sysopen($console, '/dev/ptmx', O_RDWR | O_NONBLOCK | O_NOCTTY) or die "ptmx: $!";
    my $number = pack('i', 0);
    ioctl($console, 0x40045431, $number) or die "unlock: $!";
    ioctl($console, 0x80045430, $number) or die "number: $!";
    $terminal = '/dev/pts/' . unpack('i', $number);
    sysopen($far, $terminal, O_RDWR | O_NOCTTY) or die "$terminal: $!";
} else {
    sysopen($console, "$root/dev/console", O_RDWR | O_NONBLOCK) or die "console: $!";
}
socket(my $log, PF_UNIX, SOCK_DGRAM, 0) or die "socket: $!";
bind($log, pack_sockaddr_un("$root/dev/log")) or die "log: $!";
my $flags = fcntl($log, F_GETFL, 0);
fcntl($log, F_SETFL, $flags | O_NONBLOCK);
{ open(my $made, '>', "$root/report") or die "report: $!" }
open(my $report, '<', "$root/report") or die "report: $!";

my %call = (x86_64 => 272, aarch64 => 97, armv7l => 337, i686 => 310, ppc64le => 282, s390x => 303, riscv64 => 97);
my $machine = (POSIX::uname())[4];
my $unshare = $call{$machine} // die "unknown machine $machine";
# Mounts, System V objects and the host name first: the first child after CLONE_NEWPID is process 1.
syscall($unshare, 0x00020000 | 0x08000000 | 0x04000000) == 0 or die "unshare: $!";
system('mount', '--make-rprivate', '/') == 0 or die 'mount --make-rprivate';
system('mount', '--bind', '/usr', "$root/usr") == 0 or die 'mount --bind /usr';
if ($tty) { system('mount', '--bind', $terminal, "$root/dev/console") == 0 or die 'mount --bind console' }
syscall($unshare, 0x20000000) == 0 or die "unshare: $!";

my $zero = POSIX::floor(time() + 0.3) + 1;
my $init = fork() // die "fork: $!";
if ($init == 0) {
    system('mount', '-t', 'proc', 'proc', "$root/proc");
    chroot $root or die "chroot: $!";
    chdir '/';
    %ENV = %environment;
    open(STDIN, '<', '/dev/null');
    open(STDOUT, '>', '/dev/null');
    select(undef, undef, undef, $zero - time()) if $zero > time();
    exec { '/sbin/init' } 'init', @arguments;
    die "init: $!";
}

# The namespace ends with its first process, but only when those that came from outside are waited for.
sub end {
    return unless $init;
    kill 9, $init;
    1 while waitpid(-1, 0) > 0;
    $init = 0;
}
END { end() }
$SIG{TERM} = sub { end(); exit 1 };

my ($text, $seen, $told, %live) = ('', '', 0);
sub note { print join("\t", map { s/([%\t\n])/sprintf('%%%02x', ord $1)/ger } @_), "\n" }
sub inside {
    my ($work) = @_;
    my $child = fork() // die "fork: $!";
    return $child if $child;
    $init = 0;
    $work->();
    POSIX::_exit(0);
}
sub telinit {
    my @words = @_;
    inside(sub {
        chroot $root;
        chdir '/';
        open(STDERR, '>', '/dev/null');
        open(STDOUT, '>', '/dev/null');
        exec { '/sbin/telinit' } 'telinit', @words;
    });
}
my %number = (HUP => 1, INT => 2, USR1 => 10, USR2 => 12, TERM => 15, CHLD => 17, CONT => 18, TSTP => 20, WINCH => 28,
    PWR => 30, ALRM => 14, KILL => 9, 'RTMIN+4' => 38);
sub put {
    my ($path, $content) = @_;
    open(my $file, '>', "$root$path") or return;
    print $file $content;
}
sub happen {
    my ($kind, @fields) = @_;
    if ($kind eq 'telinit') { telinit(@fields) }
    elsif ($kind eq 'signal') { my $signal = $number{$fields[0]}; inside(sub { kill $signal, 1 }) }
    elsif ($kind eq 'put') { put(@fields) }
    elsif ($kind eq 'console') { syswrite($console, $fields[0]) }
    elsif ($kind eq 'remove') { unlink "$root$fields[0]" }
    elsif ($kind eq 'raw') {
        my ($command, $level, $wait, $magic, $size) = @fields;
        my $bytes = pack('V V V V', $magic, $command, ord($level), $wait) . ("\0" x 4096);
        inside(sub {
            my ($path) = grep { -p } "$root/run/initctl", "$root/dev/initctl";
            sysopen(my $pipe, $path, O_WRONLY | O_NONBLOCK) or return;
            syswrite($pipe, substr($bytes, 0, $size));
        });
    }
    elsif ($kind eq 'kill') {
        my ($id, $how) = @fields;
        my @pids = grep { $live{$_} eq $id } keys %live;
        my $signal = { exit => 10, KILL => 9, TERM => 15 }->{$how};
        inside(sub { kill $signal, @pids }) if @pids;
    }
}
sub look {
    my $now = sprintf('%.4f', time() - $zero);
    while (sysread($console, my $bytes, 65536)) { $text .= $bytes; $seen .= $bytes if $tty }
    while ($text =~ s/^([^\n]*)\n//) {
        my $line = $1;
        $line =~ s/\r//g;
        # Behind a question may stand the answer, as the terminal shows it, or what init says next.
        $line =~ s/^Enter runlevel: //;
        # What is typed stands in front of what init says then.
        $line =~ s/^.*?(?=INIT: )// if $tty;
        if ($line =~ /^INIT: (.*)/) { note($now, 'console', $1) }
        elsif ($line ne '' && !$tty) { note($now, 'output', $line) }
    }
    # A question is not ended by a newline, and every answer is shown behind it.
    my $asked = () = $seen =~ /Enter runlevel: /g;
    while ($told < $asked) { note($now, 'prompt'); $told++ }
    while (defined recv($log, my $message, 4096, 0)) {
        last if $message eq '';
        note($now, 'syslog', $1) if $message =~ /^<\d+>.*? init(?:\[\d+\])?: (.*?)\0?\n?\z/s;
    }
    readReport();
    my @dead = grep {
        my $file;
        open($file, '<', "$root/live/$_") and flock($file, LOCK_EX | LOCK_NB);
    } keys %live;
    return unless @dead;
    # The last report of the dead may have come since.
    readReport();
    for my $pid (grep { exists $live{$_} } @dead) {
        note($now, 'killed', delete $live{$pid});
    }
}
sub readReport {
    seek($report, 0, 1);
    while (my $line = <$report>) {
        chomp $line;
        my ($when, @fields) = split /\t/, $line, -1;
        $live{$fields[4]} = $fields[1] if $fields[0] eq 'start';
        delete $live{$fields[3]} if $fields[0] eq 'exit';
        print join("\t", sprintf('%.4f', $when - $zero), @fields), "\n";
    }
}
sub waitUntil {
    my ($when) = @_;
    while (1) {
        look();
        1 while waitpid(-1, WNOHANG) > 0;
        my $left = $when - (time() - $zero);
        return if $left <= 0;
        my $bits = '';
        vec($bits, fileno($console), 1) = 1;
        vec($bits, fileno($log), 1) = 1;
        select($bits, undef, undef, $left < 0.01 ? $left : 0.01);
    }
}

for my $event (@events) {
    my ($at, @what) = @$event;
    waitUntil($at);
    happen(@what);
}
waitUntil($until);
note($until, 'running', sort values %live);
if (open(my $file, '<', "$root/run/runlevel")) { note($until, 'runlevel', scalar <$file>) }
my $alive = kill(0, $init);
note($until, 'alive', $alive);
if ($alive) {
    rename("$root/sbin/init.dump", "$root/sbin/init");
    telinit('u');
    # An init that is busy killing answers later, and then with another state.
    for (1 .. 30) {
        last if -e "$root/dump";
        select(undef, undef, undef, 0.01);
    }
}
if (open(my $file, '<', "$root/dump")) { while (<$file>) { chomp; note($until, 'dump', $_) } }
end();
