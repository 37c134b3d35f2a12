// The hold model on a binary heap, as one would write it by hand: take the next event, schedule it again.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events are ordered by time and then by sequence number. No handles, no cancelling, no priorities.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

struct Event {
    double time;
    uint64_t sequence;
    uint64_t payload;
};

static inline bool before(const Event &left, const Event &right) {
    return left.time < right.time || (left.time == right.time && left.sequence < right.sequence);
}

class Heap {
  public:
    explicit Heap(size_t capacity) { events.reserve(capacity); }

    void push(double time, uint64_t payload) {
        const Event event{time, sequence++, payload};
        size_t hole = events.size();
        events.push_back(event);
        while (hole > 0) {
            const size_t parent = (hole - 1) / 2;
            if (before(events[parent], event)) break;
            events[hole] = events[parent];
            hole = parent;
        }
        events[hole] = event;
    }

    Event pop() {
        const Event first = events.front();
        const Event last = events.back();
        events.pop_back();
        const size_t count = events.size();
        if (count == 0) return first;
        size_t hole = 0;
        for (size_t child = 1; child < count; child = 2 * hole + 1) {
            if (child + 1 < count && before(events[child + 1], events[child])) child++;
            if (before(last, events[child])) break;
            events[hole] = events[child];
            hole = child;
        }
        events[hole] = last;
        return first;
    }

  private:
    std::vector<Event> events;
    uint64_t sequence = 0;
};

// Marsaglia's xorshift: cheap, so that the heap is what is timed. Uniform on [0, 2).
struct Increments {
    uint64_t state;
    double next() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return static_cast<double>(state >> 11) * 0x1p-52;
    }
};

int main(int, char **arguments) {
    const uint64_t pending = strtoull(arguments[1], nullptr, 10);
    const uint64_t operations = strtoull(arguments[2], nullptr, 10);
    Increments increments{88172645463325252ull};
    Heap heap(pending + 1);
    for (uint64_t payload = 0; payload < pending; payload++) heap.push(increments.next(), payload);
    double now = 0;
    uint64_t check = 0;
    const auto start = std::chrono::steady_clock::now();
    for (uint64_t operation = 0; operation < operations; operation++) {
        const Event event = heap.pop();
        now = event.time;
        check = check * 31 + event.payload;
        heap.push(now + increments.next(), event.payload);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    printf("%.6f %.6f %llu\n", seconds.count(), now, static_cast<unsigned long long>(check));
}
