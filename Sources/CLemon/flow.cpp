// Minimum-cost flow by LEMON, from headers alone.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CLemon.h"

#include <limits>
#include <new>

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int32_t, int64_t>;

const int64_t cost_limit = int64_t(1) << 61;

bool is_sound(
    int32_t node_count, int32_t arc_count, const int32_t *tails, const int32_t *heads, const int32_t *capacities,
    const int64_t *costs, const int32_t *supplies) {
    if (node_count < 1 || arc_count < 0) return false;
    for (int32_t arc = 0; arc < arc_count; ++arc) {
        if (tails[arc] < 0 || tails[arc] >= node_count || heads[arc] < 0 || heads[arc] >= node_count) return false;
        if (capacities[arc] < 0 || costs[arc] <= -cost_limit || costs[arc] >= cost_limit) return false;
    }
    // The solver adds supplies in 32 bits.
    int64_t sum = 0;
    int64_t sent = 0;
    for (int32_t node = 0; node < node_count; ++node) {
        sum += supplies[node];
        if (supplies[node] > 0) sent += supplies[node];
    }
    return sum == 0 && sent < std::numeric_limits<int32_t>::max();
}

clemon_status solve(
    int32_t node_count, int32_t arc_count, const int32_t *tails, const int32_t *heads, const int32_t *capacities,
    const int64_t *costs, const int32_t *supplies, int32_t *flows, int64_t *potentials, int64_t *total_cost) {
    Graph graph;
    graph.reserveNode(node_count);
    graph.reserveArc(arc_count);
    for (int32_t node = 0; node < node_count; ++node) graph.addNode();
    for (int32_t arc = 0; arc < arc_count; ++arc) {
        graph.addArc(graph.nodeFromId(tails[arc]), graph.nodeFromId(heads[arc]));
    }
    Graph::ArcMap<int32_t> capacity(graph);
    Graph::ArcMap<int64_t> cost(graph);
    Graph::NodeMap<int32_t> supply(graph);
    for (int32_t arc = 0; arc < arc_count; ++arc) {
        capacity[graph.arcFromId(arc)] = capacities[arc];
        cost[graph.arcFromId(arc)] = costs[arc];
    }
    for (int32_t node = 0; node < node_count; ++node) supply[graph.nodeFromId(node)] = supplies[node];

    // Measured on batches of 5,000 people and a million arcs: the candidate list on mixed arcs 0.3 to 0.4 s, block
    // search 0.4 to 0.8, the altering list 0.6 to 0.7, cost scaling 2.4 to 3.0. Block search on unmixed arcs took 5 s.
    Simplex simplex(graph, true);
    simplex.upperMap(capacity).costMap(cost).supplyMap(supply);
    switch (simplex.run(Simplex::CANDIDATE_LIST)) {
        case Simplex::INFEASIBLE: return CLEMON_INFEASIBLE;
        case Simplex::UNBOUNDED: return CLEMON_UNBOUNDED;
        case Simplex::OPTIMAL: break;
    }
    for (int32_t arc = 0; arc < arc_count; ++arc) flows[arc] = simplex.flow(graph.arcFromId(arc));
    for (int32_t node = 0; node < node_count; ++node) potentials[node] = simplex.potential(graph.nodeFromId(node));
    int64_t total = 0;
    for (int32_t arc = 0; arc < arc_count; ++arc) {
        int64_t part = 0;
        if (__builtin_mul_overflow(int64_t(flows[arc]), costs[arc], &part)) return CLEMON_BAD_INPUT;
        if (__builtin_add_overflow(total, part, &total)) return CLEMON_BAD_INPUT;
    }
    *total_cost = total;
    return CLEMON_OPTIMAL;
}

}  // namespace

extern "C" clemon_status clemon_min_cost_flow(
    int32_t node_count, int32_t arc_count, const int32_t *tails, const int32_t *heads, const int32_t *capacities,
    const int64_t *costs, const int32_t *supplies, int32_t *flows, int64_t *potentials, int64_t *total_cost) {
    if (!is_sound(node_count, arc_count, tails, heads, capacities, costs, supplies)) return CLEMON_BAD_INPUT;
    try {
        return solve(
            node_count, arc_count, tails, heads, capacities, costs, supplies, flows, potentials, total_cost);
    } catch (const std::bad_alloc &) {
        return CLEMON_OUT_OF_MEMORY;
    } catch (...) {
        return CLEMON_FAILED;
    }
}
