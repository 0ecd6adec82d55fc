#!/bin/sh
mount -t sysfs sysfs /sys
