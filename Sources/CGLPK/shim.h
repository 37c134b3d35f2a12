/*
 * The GNU Linear Programming Kit, as Debian's libglpk-dev installs it: mixed integer programs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glpk.h>
