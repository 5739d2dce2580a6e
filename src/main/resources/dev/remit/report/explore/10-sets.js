// Sets of complete questions as diagrams in which equal sets are the same number: -1 is none, -2 is all.
function questionSets(sizes, order) {
  const NONE = -1;
  const ALL = -2;
  const LEAF = 1 << 30;
  const places = [];
  order.forEach((variable, place) => { places[variable] = place; });
  const tests = [];
  const ways = [];
  const known = new Map();
  const done = new Map();

  function place(set) {
    return set < 0 ? LEAF : tests[set];
  }

  function node(at, children) {
    let same = true;
    for (let i = 1; i < children.length && same; i++) {
      same = children[i] === children[0];
    }
    if (same) {
      return children[0];
    }
    const key = at + ':' + children.join(',');
    let number = known.get(key);
    if (number === undefined) {
      number = tests.length;
      tests.push(at);
      ways.push(children);
      known.set(key, number);
    }
    return number;
  }

  // Where a set goes on if the variable at a place has a value.
  function step(set, at, value) {
    return place(set) === at ? ways[set][value] : set;
  }

  // kind: 0 in both, 1 in either, 2 in the first and not in the second.
  function combined(kind, one, other) {
    if (kind === 0) {
      if (one === NONE || other === NONE) return NONE;
      if (one === ALL || one === other) return other;
      if (other === ALL) return one;
    } else if (kind === 1) {
      if (one === ALL || other === ALL) return ALL;
      if (one === NONE || one === other) return other;
      if (other === NONE) return one;
    } else {
      if (one === NONE || other === ALL || one === other) return NONE;
      if (other === NONE) return one;
    }
    const key = kind + ':' + one + ',' + other;
    let result = done.get(key);
    if (result === undefined) {
      const at = Math.min(place(one), place(other));
      const children = [];
      for (let value = 0; value < sizes[order[at]]; value++) {
        children.push(combined(kind, step(one, at, value), step(other, at, value)));
      }
      result = node(at, children);
      done.set(key, result);
    }
    return result;
  }

  const and = (one, other) => combined(0, one, other);
  const or = (one, other) => combined(1, one, other);
  const minus = (one, other) => combined(2, one, other);

  // What would be in a set if a variable had a value, whatever value it has.
  function given(set, variable, value) {
    const at = places[variable];
    if (place(set) > at) {
      return set;
    }
    if (place(set) === at) {
      return ways[set][value];
    }
    const key = 'g' + set + ',' + variable + ',' + value;
    let result = done.get(key);
    if (result === undefined) {
      result = node(tests[set], ways[set].map(child => given(child, variable, value)));
      done.set(key, result);
    }
    return result;
  }

  // What would be in a set if a variable had some value, whatever value it has.
  function whatever(set, variable) {
    let result = NONE;
    for (let value = 0; value < sizes[variable]; value++) {
      result = or(result, given(set, variable, value));
    }
    return result;
  }

  function where(variable, values) {
    const children = [];
    for (let value = 0; value < sizes[variable]; value++) {
      children.push(values.indexOf(value) >= 0 ? ALL : NONE);
    }
    return node(places[variable], children);
  }

  // The variables whose values make a difference to a set, in order.
  function about(set) {
    const key = 'a' + set;
    let result = done.get(key);
    if (result === undefined) {
      const found = new Set();
      const seen = new Set();
      const stack = [set];
      while (stack.length > 0) {
        let next = stack.pop();
        if (next >= 0 && !seen.has(next)) {
          seen.add(next);
          found.add(order[tests[next]]);
          ways[next].forEach(child => stack.push(child));
        }
      }
      result = Array.from(found).sort((one, other) => one - other);
      done.set(key, result);
    }
    return result;
  }

  // Whether being in a set can hang on one variable alone, among the questions that count.
  function hangs(set, variable, care) {
    for (let one = 0; one < sizes[variable]; one++) {
      for (let other = 0; other < one; other++) {
        let yes = given(set, variable, one);
        let no = given(set, variable, other);
        if (yes !== no) {
          let apart = or(minus(yes, no), minus(no, yes));
          if (and(apart, and(given(care, variable, one), given(care, variable, other))) !== NONE) {
            return true;
          }
        }
      }
    }
    return false;
  }

  // Takes over a set from a table of nodes, with what is known filled in; what was taken over before is found in a map.
  function taken(nodes, root, values, here) {
    function take(at) {
      if (at < 0) {
        return at;
      }
      const from = nodes[at];
      const value = values[from[0]];
      if (value >= 0) {
        return take(from[value + 1]);
      }
      let result = here.get(at);
      if (result === undefined) {
        const children = [];
        for (let i = 1; i < from.length; i++) {
          children.push(take(from[i]));
        }
        result = node(places[from[0]], children);
        here.set(at, result);
      }
      return result;
    }
    return take(root);
  }

  return {
    NONE, ALL, and, or, minus, given, whatever, where, about, hangs, taken, place, step,
    variable: at => order[at],
    size: () => tests.length + done.size
  };
}

// An order of variables in which no node of a table stands behind one it leads to.
function orderOf(nodes, count) {
  const after = [];
  const before = [];
  for (let i = 0; i < count; i++) {
    after.push(new Set());
    before.push(0);
  }
  nodes.forEach(node => {
    for (let i = 1; i < node.length; i++) {
      if (node[i] >= 0 && !after[node[0]].has(nodes[node[i]][0])) {
        after[node[0]].add(nodes[node[i]][0]);
        before[nodes[node[i]][0]]++;
      }
    }
  });
  const order = [];
  const ready = before.map((number, variable) => number === 0 ? variable : -1).filter(variable => variable >= 0);
  while (ready.length > 0) {
    let next = ready.shift();
    order.push(next);
    after[next].forEach(variable => {
      before[variable]--;
      if (before[variable] === 0) {
        ready.push(variable);
      }
    });
  }
  return order;
}
