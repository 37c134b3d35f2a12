/*
 * A hint to the processor, which Swift has no word for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the next event will read is known while the present one is handled: asked for then, it has come from memory by
 * the time it is needed. The hint changes no result, and a machine without it does nothing.
 */
#ifndef CPREFETCH_H
#define CPREFETCH_H

/* Asks for the cache line at an address that will be read soon. Any address will do, a wrong one too. */
static inline void cprefetch(const void *address) { __builtin_prefetch(address); }

#endif
