// Partial assignments as ascending lists of literals: the place of a variable and of its value in one number.
const LITERAL = 65536;
const MOST_WAYS = 4096;

function lexical(one, other) {
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    if (one[i] !== other[i]) {
      return one[i] - other[i];
    }
  }
  return one.length - other.length;
}

function smallestFirst(one, other) {
  return one.length - other.length || lexical(one, other);
}

function isWithin(smaller, larger) {
  let at = 0;
  for (let i = 0; i < smaller.length; i++) {
    while (at < larger.length && larger[at] < smaller[i]) {
      at++;
    }
    if (at === larger.length || larger[at] !== smaller[i]) {
      return false;
    }
  }
  return true;
}

function withLiteral(way, variable, value) {
  const longer = way.concat([variable * LITERAL + value]);
  longer.sort((one, other) => one - other);
  return longer;
}

// Every smallest assignment such that all questions with it are in one set and some of them are in another.
function implicants(sets, sizes, within, some) {
  const known = new Map();

  function found(inside, any, values) {
    if (any === sets.NONE || inside === sets.NONE) {
      return {ways: [], complete: true};
    }
    if (inside === sets.ALL) {
      return {ways: [[]], complete: true};
    }
    if (values === 0) {
      return {ways: [], complete: false};
    }
    const key = inside + ',' + any + ',' + values;
    let result = known.get(key);
    if (result === undefined) {
      result = searched(inside, any, values);
      known.set(key, result);
    }
    return result;
  }

  function searched(inside, any, values) {
    const at = Math.min(sets.place(inside), sets.place(any));
    const variable = sets.variable(at);
    let always = sets.ALL;
    let either = sets.NONE;
    for (let value = 0; value < sizes[variable]; value++) {
      always = sets.and(always, sets.step(inside, at, value));
      either = sets.or(either, sets.step(any, at, value));
    }
    const without = found(always, either, values);
    const ways = without.ways.slice();
    let complete = without.complete;
    for (let value = 0; value < sizes[variable]; value++) {
      let next = sets.step(inside, at, value);
      if (next === always) {
        continue;
      }
      let further = found(next, sets.step(any, at, value), values - 1);
      complete = complete && further.complete;
      for (let i = 0; i < further.ways.length; i++) {
        if (ways.length >= MOST_WAYS) {
          complete = false;
          break;
        }
        if (!without.ways.some(smaller => isWithin(smaller, further.ways[i]))) {
          ways.push(withLiteral(further.ways[i], variable, value));
        }
      }
    }
    ways.sort(smallestFirst);
    return {ways, complete};
  }

  for (let values = 0; ; values++) {
    let result = found(within, some, values);
    if (result.complete || result.ways.length >= MOST_WAYS || values > sizes.length) {
      return result;
    }
  }
}

// Ways that differ in the value of one variable only, written as one with a list of values:
// each [[variable, [value, ...]], ...].
function mergedWays(literals) {
  let ways = literals.map(way => way.map(each => [Math.floor(each / LITERAL), [each % LITERAL]]));
  let before;
  do {
    before = ways.length;
    let variables = new Set();
    ways.forEach(way => way.forEach(each => variables.add(each[0])));
    Array.from(variables).sort((one, other) => one - other).forEach(variable => {
      const rest = new Map();
      ways.forEach(way => {
        const key = JSON.stringify(way.map(each => each[0] === variable ? [variable, []] : each));
        const first = rest.get(key);
        if (first === undefined) {
          rest.set(key, way);
        } else {
          rest.set(key, first.map((each, i) => each[0] === variable ? [variable, union(each[1], way[i][1])] : each));
        }
      });
      ways = Array.from(rest.values());
    });
  } while (ways.length < before);
  return ways;
}

function union(one, other) {
  return Array.from(new Set(one.concat(other))).sort((a, b) => a - b);
}

function smallestWayFirst(one, other) {
  return one.so.length - other.so.length
    || (one.category || 0) - (other.category || 0)
    || (one.route || 0) - (other.route || 0)
    || lexical(one.so.map(each => each[0]), other.so.map(each => each[0]))
    || lexical(flattened(one.so), flattened(other.so));
}

function flattened(so) {
  let all = [];
  so.forEach(each => { all = all.concat(each[1]); });
  return all;
}
