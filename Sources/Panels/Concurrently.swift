import Dispatch
import Synchronization

/// Does the same work for each element on all cores, and gives the results in order.
///
/// Each result is a value of its own, so that they do not depend on the number of cores.
package func concurrently<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ work: @Sendable (Element) -> Result
) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: elements.count))
  DispatchQueue.concurrentPerform(iterations: elements.count) { index in
    let result = work(elements[index])
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}
