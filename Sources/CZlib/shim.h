/*
 * zlib, as Debian's zlib1g-dev installs it: reads gzip files and plain ones alike.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <zlib.h>
