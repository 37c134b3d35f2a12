/*
 * The heap as glibc has it: what Swift's Glibc does not show of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <malloc.h>
