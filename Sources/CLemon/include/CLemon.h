/*
 * The only C++ surface of stepcare: minimum-cost flow by LEMON's network simplex, behind one C function.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef CLEMON_H
#define CLEMON_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How a call ended. */
enum clemon_status {
    /* Flows, potentials and total cost are written. */
    CLEMON_OPTIMAL = 0,
    /* No flow meets the supplies. */
    CLEMON_INFEASIBLE = 1,
    /* A cycle of negative cost has no limit; not possible with finite capacities. */
    CLEMON_UNBOUNDED = 2,
    /* A node out of range, a negative capacity, supplies that do not add up to 0, or costs too large. */
    CLEMON_BAD_INPUT = 3,
    /* Memory ran out. */
    CLEMON_OUT_OF_MEMORY = 4,
    /* Something else failed inside; never expected. */
    CLEMON_FAILED = 5
};

/*
 * A flow of least total cost that meets all supplies.
 *
 * node_count, arc_count: 1 or more, 0 or more.
 * tails, heads, capacities, costs: one entry an arc; nodes are 0 ... node_count - 1, capacities 0 or more.
 * supplies: one entry a node, positive where flow starts; they add up to 0.
 * flows: one entry an arc, written. potentials: one entry a node, written.
 * total_cost: written.
 *
 * The costs along any simple path, either way along an arc, must add up to less than 2^61 in size, and so must the
 * total cost: the caller sees to it. A single cost of 2^61 or more, and a total that does not fit, are refused.
 *
 * With r(a) = cost(a) + potential(tail) - potential(head): r >= 0 where the flow is 0, r <= 0 where it is the capacity,
 * r = 0 between. The same input gives the same output, on any machine. Nothing is kept between calls, so calls from
 * several threads do not meet. No C++ exception leaves the function.
 *
 * Network simplex (Dantzig 1963; Kiraly and Kovacs, "Efficient implementations of minimum-cost flow algorithms", 2012).
 */
enum clemon_status clemon_min_cost_flow(
    int32_t node_count, int32_t arc_count, const int32_t *tails, const int32_t *heads, const int32_t *capacities,
    const int64_t *costs, const int32_t *supplies, int32_t *flows, int64_t *potentials, int64_t *total_cost);

#ifdef __cplusplus
}
#endif

#endif
