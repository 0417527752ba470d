// SPDX-License-Identifier: MPL-2.0
#include "support/max_flow.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include <limits>

namespace keepable::support {

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
struct Arc {
    std::int64_t capacity = 0;
    std::int64_t residual = 0;
    Traits::edge_descriptor reverse;
};
using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Arc>;

void addArc(Graph& graph, std::size_t from, std::size_t to, std::int64_t capacity) {
    const auto there = boost::add_edge(from, to, graph).first;
    const auto back = boost::add_edge(to, from, graph).first;
    graph[there] = {capacity, 0, back};
    graph[back] = {0, 0, there};
}

} // namespace

std::int64_t maxFlow(const BipartiteFlow& flow) {
    if (flow.work.empty() || flow.rooms.empty()) {
        return 0;
    }
    const std::size_t source = flow.work.size() + flow.rooms.size();
    const std::size_t sink = source + 1;
    Graph graph(sink + 1);
    for (std::size_t i = 0; i < flow.work.size(); ++i) {
        addArc(graph, source, i, flow.work[i]);
    }
    for (std::size_t i = 0; i < flow.rooms.size(); ++i) {
        const std::size_t room = flow.work.size() + i;
        for (const std::size_t user : flow.rooms[i].users) {
            addArc(graph, user, room, flow.work[user]);
        }
        addArc(graph, room, sink, flow.rooms[i].capacity);
    }
    return boost::push_relabel_max_flow(
        graph, source, sink,
        boost::capacity_map(boost::get(&Arc::capacity, graph))
            .residual_capacity_map(boost::get(&Arc::residual, graph))
            .reverse_edge_map(boost::get(&Arc::reverse, graph))
            .vertex_index_map(boost::get(boost::vertex_index, graph)));
}

} // namespace keepable::support
