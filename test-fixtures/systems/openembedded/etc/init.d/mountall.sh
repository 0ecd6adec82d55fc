#!/bin/sh
mount -a
