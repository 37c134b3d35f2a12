/*
 * The header holds everything; a target has a source.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "CPrefetch.h"
