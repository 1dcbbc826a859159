// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <boost/iterator/counting_iterator.hpp>
#include <cstddef>

namespace entente {

/// The first of the numbers from 0 to before `size` for which `before(number)` no longer holds;
/// `size` if it holds for all. For rows that are found by their number, in order.
template <class Before>
std::size_t first_index(std::size_t size, Before before) {
    const boost::counting_iterator<std::size_t> begin(0), end(size);
    return *std::partition_point(begin, end, before);
}

} // namespace entente
