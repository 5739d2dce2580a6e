// A policy that answers, from its tables. A question is a list with the place of a value for each variable, or -1 where
// it says nothing.
function policyOf(tables) {
  const OPEN = -1;
  const MOST = 16;
  const variables = tables.variables;
  const nodes = tables.diagram.nodes;
  const root = tables.diagram.root;
  const outcomes = tables.outcomes;
  const sizes = variables.map(each => each.values.length);
  const places = {};
  variables.forEach((each, place) => { places[each.name] = place; });
  const category = places.category === undefined ? -1 : places.category;
  const route = places.route === undefined ? -1 : places.route;
  const order = orderOf(tables.sets.nodes, variables.length);
  const memory = [];
  variables.forEach((each, place) => {
    if (each.kind === 'permission') {
      memory.push([place, places['project.permissionsEver.' + each.register]]);
    }
  });
  const isChoice = variables.map(each => each.kind === 'category' || each.kind === 'route');
  const isKnowledge = variables.map(
    each => each.kind === 'attribute' || each.kind === 'permission' || each.kind === 'ever' || each.kind === 'fact');
  const rules = nearestRules(tables);
  let sets = questionSets(sizes, order);

  function ownerOf(variable) {
    const each = variables[variable];
    return each.set === undefined ? each.name : each.set;
  }

  function blank() {
    return variables.map(each => each.kind === 'wish' ? each.values.indexOf('unstated')
      : each.kind === 'level' && each.values.length === 1 ? 0 : OPEN);
  }

  // What permissions that are held say of the past, and the reverse.
  function filled(question) {
    const values = question.slice();
    memory.forEach(pair => {
      if (values[pair[0]] === 1 && values[pair[1]] === OPEN) {
        values[pair[1]] = 1;
      } else if (values[pair[1]] === 0 && values[pair[0]] === OPEN) {
        values[pair[0]] = 0;
      }
    });
    return values;
  }

  function isContradicted(values) {
    return memory.some(pair => values[pair[0]] === 1 && values[pair[1]] === 0);
  }

  // What a closed question makes of what was not said.
  function closed(question) {
    return question.map((value, place) => {
      const ifUnsaid = variables[place].ifUnsaid;
      return value === OPEN && ifUnsaid !== undefined ? variables[place].values.indexOf(ifUnsaid) : value;
    });
  }

  // The place of the outcome of a question that says role, activity and level.
  function decide(question) {
    const values = filled(question);
    if (isContradicted(values)) {
      return 0;
    }
    let at = root;
    while (at >= 0) {
      let node = nodes[at];
      let value = values[node[0]];
      at = node[value < 0 ? node.length - 1 : value + 1];
    }
    return ~at;
  }

  function ready() {
    if (sets.size() > 200000) {
      sets = questionSets(sizes, order);
      settlings.clear();
    }
    return sets;
  }

  // The states that do not contradict themselves, with what is known filled in.
  function real(values) {
    let result = sets.ALL;
    memory.forEach(pair => {
      const held = values[pair[0]] === OPEN ? sets.where(pair[0], [1]) : values[pair[0]] === 1 ? sets.ALL : sets.NONE;
      const ever = values[pair[1]] === OPEN ? sets.where(pair[1], [1]) : values[pair[1]] === 1 ? sets.ALL : sets.NONE;
      result = sets.minus(result, sets.minus(held, ever));
    });
    return result;
  }

  function valuesOf(choice, values) {
    if (choice < 0) {
      return [OPEN];
    }
    if (values[choice] !== OPEN) {
      return [values[choice]];
    }
    return variables[choice].values.map((each, place) => place);
  }

  const settlings = new Map();

  // On which unknowns it hangs where the rules permit some states, and the smallest assignments that settle it.
  function settling(permitted, possible, care, withWays) {
    const key = permitted + ',' + possible + ',' + care + ',' + withWays;
    const done = settlings.get(key);
    if (done !== undefined) {
      return done;
    }
    const about = sets.about(permitted);
    const hangsOn = about.filter(variable => sets.hangs(permitted, variable, care));
    const result = {hangsOn, ways: [], complete: true};
    if (withWays) {
      let within = permitted;
      about.forEach(variable => {
        within = hangsOn.indexOf(variable) >= 0 ? within : sets.whatever(within, variable);
      });
      let canBe = possible;
      sets.about(possible).forEach(variable => {
        canBe = hangsOn.indexOf(variable) >= 0 ? canBe : sets.whatever(canBe, variable);
      });
      const found = implicants(sets, sizes, sets.or(within, sets.minus(sets.ALL, canBe)), canBe);
      result.ways = mergedWays(found.ways);
      result.complete = found.complete;
    }
    settlings.set(key, result);
    return result;
  }

  // Where a table of sets goes on from a node, as far as values are known.
  function below(from, values) {
    let at = from;
    while (at >= 0) {
      let node = tables.sets.nodes[at];
      let value = values[node[0]];
      if (value < 0) {
        return at;
      }
      at = node[value + 1];
    }
    return at;
  }

  function settle(question, withWays, accept) {
    ready();
    const values = filled(question);
    const possible = sets.taken(tables.sets.nodes, tables.sets.possible, values, new Map());
    const care = real(values);
    const here = new Map();
    const chosen = values.slice();
    valuesOf(category, values).forEach(ofCategory => {
      valuesOf(route, values).forEach(ofRoute => {
        if (category >= 0) {
          chosen[category] = ofCategory;
        }
        if (route >= 0) {
          chosen[route] = ofRoute;
        }
        const top = below(tables.sets.granted, chosen);
        // Choices stand above knowledge, so that what is found below one choice is the same below another.
        const permitted = top === sets.NONE ? top : sets.and(sets.taken(tables.sets.nodes, top, chosen, here), care);
        if (permitted !== sets.NONE) {
          accept(ofCategory, ofRoute, settling(permitted, possible, care, withWays), permitted, possible);
        }
      });
    });
    return {possible, care};
  }

  // The variables that the rules ask about for some choice, where an answer is undetermined.
  function askedAbout(question) {
    const found = new Set();
    settle(question, false, (ofCategory, ofRoute, settled) => {
      settled.hangsOn.forEach(variable => found.add(variable));
    });
    return Array.from(found).sort((one, other) => one - other);
  }

  // Those, and the ones on which it hangs whether the state can be, in order.
  function hangsOn(question) {
    const found = new Set();
    const states = settle(question, false, (ofCategory, ofRoute, settled) => {
      settled.hangsOn.forEach(variable => found.add(variable));
    });
    sets.about(states.possible).forEach(variable => {
      if (sets.hangs(states.possible, variable, states.care)) {
        found.add(variable);
      }
    });
    return Array.from(found).sort((one, other) => one - other);
  }

  // The same by name, sorted, as the engine names it.
  function missing(question) {
    return Array.from(new Set(hangsOn(question).map(ownerOf))).sort();
  }

  // The conditions under which a question is permitted, smallest first: any one of them will do.
  function permittedIf(question, most) {
    const limit = most === undefined ? MOST : most;
    let ways = [];
    let complete = true;
    const states = settle(question, true, (ofCategory, ofRoute, settled) => {
      complete = complete && settled.complete;
      settled.ways.forEach(so => ways.push({category: ofCategory, route: ofRoute, so}));
    });
    ways.sort(smallestWayFirst);
    const more = !complete || ways.length > limit;
    ways = ways.slice(0, limit);
    ways.forEach(way => { way.alsoTell = alsoTell(way.so, states); });
    return {ways, more};
  }

  function alsoTell(so, states) {
    let care = states.care;
    const named = so.map(each => each[0]);
    so.forEach(each => { care = sets.and(care, sets.where(each[0], each[1])); });
    return sets.about(states.possible).filter(
      variable => named.indexOf(variable) < 0 && sets.hangs(states.possible, variable, care));
  }

  // Whether a question is permitted in every state that can be, by some one choice.
  function isAlways(question) {
    let always = false;
    settle(question, false, (ofCategory, ofRoute, settled, permitted, possible) => {
      always = always || sets.minus(possible, permitted) === sets.NONE;
    });
    return always;
  }

  function isFinal(variable, value) {
    if (value === OPEN) {
      return false;
    }
    const each = variables[variable];
    return (each.kind === 'permission' && value !== 0)
      || (each.final !== undefined && each.final.indexOf(each.values[value]) >= 0);
  }

  // Whether it is a fact of the moment that nobody changes and that may come to be so.
  function canComeToBe(variable, value) {
    const each = variables[variable];
    const isTruth = each.values.length === 2 && each.values[0] === 'false' && each.values[1] === 'true';
    return each.kind === 'fact' && !each.registered && each.changedBy === 'nobody'
      && !(isTruth && value === 1);
  }

  // The smallest changes that would make a denial a permit: [[variable, [value, ...]], ...] each.
  function changes(question, most) {
    const limit = most === undefined ? MOST : most;
    const found = wayOut(question);
    const merged = mergedWays(found.ways);
    return {changes: merged.slice(0, limit), more: !found.complete || merged.length > limit};
  }

  function wayOut(question) {
    const known = new Map();
    const hope = new Map();

    function isAssignable(variable) {
      const value = question[variable];
      if (isChoice[variable]) {
        return false;
      }
      if (isKnowledge[variable] && value === OPEN) {
        return true;
      }
      return canComeToBe(variable, value) || (!isFinal(variable, value)
        && variables[variable].changedBy !== undefined && variables[variable].changedBy !== 'nobody');
    }

    function child(node, variable, value) {
      const at = nodes[node][value + 1];
      if (variables[variable].kind !== 'permission' || value === 0 || at < 0) {
        return at;
      }
      const next = variables[nodes[at][0]];
      return next.kind === 'ever' && next.register === variables[variable].register ? nodes[at][value + 1] : at;
    }

    function left(node) {
      const value = question[nodes[node][0]];
      return nodes[node][value < 0 ? nodes[node].length - 1 : value + 1];
    }

    function isGranted(at) {
      return outcomes[~at].answer === 'PERMITTED';
    }

    function isHopeful(at) {
      if (at < 0) {
        return isGranted(at);
      }
      let result = hope.get(at);
      if (result === undefined) {
        const variable = nodes[at][0];
        result = isHopeful(left(at));
        for (let value = 0; value < sizes[variable] && !result && isAssignable(variable); value++) {
          result = isHopeful(child(at, variable, value));
        }
        hope.set(at, result);
      }
      return result;
    }

    function ways(at, steps) {
      if (at < 0) {
        return {ways: isGranted(at) ? [[]] : [], complete: true};
      }
      const key = at * 64 + steps;
      let result = known.get(key);
      if (result === undefined) {
        result = searched(at, steps);
        known.set(key, result);
      }
      return result;
    }

    function searched(at, steps) {
      const variable = nodes[at][0];
      const goesOn = left(at);
      const unchanged = ways(goesOn, steps);
      if (!isAssignable(variable) || unchanged.ways.some(way => way.length === 0)) {
        return unchanged;
      }
      const found = unchanged.ways.slice();
      let complete = unchanged.complete;
      for (let value = 0; value < sizes[variable]; value++) {
        let next = child(at, variable, value);
        if (next === goesOn || value === question[variable] || !isHopeful(next)) {
          continue;
        }
        if (steps === 0) {
          complete = false;
          continue;
        }
        let further = ways(next, steps - 1);
        complete = complete && further.complete;
        for (let i = 0; i < further.ways.length; i++) {
          if (found.length >= MOST_WAYS) {
            complete = false;
            break;
          }
          if (!unchanged.ways.some(smaller => isWithin(smaller, further.ways[i]))) {
            found.push(withLiteral(further.ways[i], variable, value));
          }
        }
      }
      found.sort(smallestFirst);
      return {ways: found, complete};
    }

    for (let steps = 0; ; steps++) {
      let result = ways(root, steps);
      if (result.complete || result.ways.length >= MOST_WAYS || steps > sizes.length || steps > 60) {
        return result;
      }
    }
  }

  // Whether a condition holds: true, false, or undefined if it hangs on what is not known.
  function holds(condition, values) {
    if (condition.variable !== undefined) {
      const value = values[condition.variable];
      return value === OPEN ? undefined : condition.values.indexOf(value) >= 0;
    }
    if (condition.not !== undefined) {
      const inner = holds(condition.not, values);
      return inner === undefined ? undefined : !inner;
    }
    const isAll = condition.all !== undefined;
    let unknown = false;
    const parts = isAll ? condition.all : condition.any;
    for (let i = 0; i < parts.length; i++) {
      let part = holds(parts[i], values);
      if (part === !isAll) {
        return !isAll;
      }
      unknown = unknown || part === undefined;
    }
    return unknown ? undefined : isAll;
  }

  // The constraints a question breaks or, if it hangs on what is not known, may break.
  function broken(question) {
    const values = filled(question);
    const surely = tables.constraints.filter(each => holds(each.if, values) === true && holds(each.then, values) === false);
    return surely.length > 0 ? surely
      : tables.constraints.filter(each => holds(each.if, values) !== false && holds(each.then, values) !== true);
  }

  return {
    OPEN, tables, variables, places, outcomes, blank, filled, closed, decide, askedAbout, hangsOn, missing, permittedIf, isAlways,
    changes, broken, isContradicted, ownerOf, isKnowledge, isChoice, reaching: rules.reaching, nearest: rules.nearest
  };
}
