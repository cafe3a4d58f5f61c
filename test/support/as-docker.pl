# Runs a program under the rules of Docker's usual seccomp profile that matter to a sandbox:
# no new namespaces. x86-64 alone.
use strict;
my ($allow, $eperm, $enosys) = (0x7fff0000, 0x00050001, 0x00050026);
my ($load, $is, $has, $return) = (0x20, 0x15, 0x45, 0x06);
my @rules = (
  [$load, 0, 0, 0],          # the number of the call
  [$is, 6, 0, 272],          # unshare
  [$is, 5, 0, 308],          # setns
  [$is, 5, 0, 435],          # clone3: its flags lie where no filter can look
  [$is, 0, 2, 56],           # clone
  [$load, 0, 0, 16],         # its flags
  [$has, 1, 0, 0x7e020000],  # CLONE_NEW…
  [$return, 0, 0, $allow],
  [$return, 0, 0, $eperm],
  [$return, 0, 0, $enosys],
);
my $filter = join '', map { pack 'SCCL', @$_ } @rules;
my $program = pack 'Sx6P', scalar @rules, $filter;
syscall(157, 38, 1, 0, 0, 0) == 0 or die "prctl: $!"; # no new privileges
syscall(317, 1, 0, $program) == 0 or die "seccomp: $!";
exec @ARGV or die "exec: $!";
