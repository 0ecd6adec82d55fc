#!/usr/bin/perl
# The program that the jailed init runs under every name: it reports what it sees and behaves as its id is told to.
# A report is one line, written at once, so that lines of several processes do not mix.
use strict;
use POSIX ();
use Time::HiRes ();
use Fcntl ':flock';

my ($name) = $0 =~ m{([^/]+)$};
my @words = $name eq 'p' ? @ARGV : ($name, @ARGV);
my $id = $words[0];
my ($told, $ends) = (0, undef);

sub report {
    open(my $file, '>>', '/report') or return;
    syswrite($file, join("\t", Time::HiRes::time(), map { s/([%\t\n])/sprintf('%%%02x', ord $1)/ger } @_) . "\n");
}

my %behaviour = (runs => $id eq 'sulogin' ? 'null' : 0.3, exit => 0, onTerm => 'exit', termDelay => 0, leaves => undef);
if (open(my $file, '<', "/behaviour/$id")) {
    @behaviour{qw(runs exit onTerm termDelay leaves)} = split ' ', <$file>;
}
sub end { report('exit', $id, $behaviour{exit}, $$); exit $behaviour{exit} }
$SIG{USR1} = sub { end() };
$SIG{TERM} = sub {
    report('signal', $id, 'TERM');
    return if $behaviour{onTerm} eq 'ignore' || $told;
    $told = 1;
    end() if $behaviour{termDelay} == 0;
    $ends = Time::HiRes::time() + $behaviour{termDelay};
};
# As long as the process lives it holds this lock.
my $live;
open($live, '>', "/live/$$") and flock($live, LOCK_EX);
report('start', $id, $ENV{RUNLEVEL}, $ENV{PREVLEVEL}, $$, '/bin/p', @words);
# A daemon as daemons make themselves: a child in a session of its own. What is left behind leaves nothing behind.
if (defined $behaviour{leaves} && !defined $ENV{LEFT} && fork() == 0) {
    POSIX::setsid();
    $ENV{LEFT} = 1;
    exec '/bin/p', $behaviour{leaves};
    POSIX::_exit(127);
}
$ends //= Time::HiRes::time() + $behaviour{runs} unless $behaviour{runs} eq 'null';
while (1) {
    my $left = defined $ends ? $ends - Time::HiRes::time() : 1000;
    end() if $left <= 0;
    select(undef, undef, undef, $left);
}
