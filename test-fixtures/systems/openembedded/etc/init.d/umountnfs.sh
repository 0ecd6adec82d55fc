#!/bin/sh
umount -a -t nfs,nfs4
