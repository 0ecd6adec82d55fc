#!/usr/bin/perl
# Stands in for init when init runs its own program again: keeps what is handed over and does nothing more.
open(my $state, '<&=', 11) or exit 1;
open(my $file, '>', '/dump.part') or exit 1;
syswrite($file, $_) while <$state>;
close $file;
rename('/dump.part', '/dump');
sleep 1000 while 1;
