// Finds the permit rules that came nearest to a question that nothing grants, and what each lacks: of those for its role, its
// activity and its kind of work, if it says one, those that reach it in the most dimensions and, among them, those that lack
// least.
function nearestRules(tables) {
  const OPEN = -1;
  const MOST = 5;
  const variables = tables.variables;
  const every = ['role', 'activity', 'level', 'category', 'route'];
  const places = {};
  variables.forEach((each, place) => { places[each.name] = place; });
  const dimensions = every.filter(name => places[name] !== undefined);
  const permits = tables.rules.map((each, number) => number).filter(number => tables.rules[number].permit);
  const registers = variables.map((each, place) => place).filter(place => variables[place].kind === 'wish')
    .map(wish => ({id: variables[wish].register, wish, permission: places['project.permissions.' + variables[wish].register]}));

  function reaches(number, name, question) {
    const value = question[places[name]];
    return value === OPEN || tables.rules[number].reach[name].indexOf(value) >= 0;
  }

  // The permits that reach what a question says in some dimensions, by their places.
  function reaching(question, names) {
    return permits.filter(number => names.every(name => places[name] === undefined || reaches(number, name, question)));
  }

  function among(variable, fitting, wanted, question) {
    const value = question[variable];
    if (value === OPEN || (fitting.indexOf(value) >= 0) === wanted) {
      return [];
    }
    return [[variable, variables[variable].values.map((each, place) => place)
      .filter(place => (fitting.indexOf(place) >= 0) === wanted)]];
  }

  const isAll = condition => condition.all !== undefined;
  const always = condition => isAll(condition) && condition.all.length === 0;
  const never = condition => condition.any !== undefined && condition.any.length === 0;

  // What is left of a condition for questions about one level.
  function on(condition, level) {
    if (condition.variable !== undefined) {
      return condition.variable !== places.level ? condition
        : condition.values.indexOf(level) >= 0 ? {all: []} : {any: []};
    }
    if (condition.not !== undefined) {
      const inner = on(condition.not, level);
      return always(inner) ? {any: []} : never(inner) ? {all: []} : {not: inner};
    }
    const parts = (isAll(condition) ? condition.all : condition.any).map(part => on(part, level));
    if (isAll(condition)) {
      return parts.some(never) ? {any: []} : {all: parts.filter(part => !always(part))};
    }
    return parts.some(always) ? {all: []} : {any: parts.filter(part => !never(part))};
  }

  function concerns(condition) {
    if (condition.variable !== undefined) {
      return condition.variable === places.level;
    }
    return condition.not !== undefined ? concerns(condition.not)
      : (isAll(condition) ? condition.all : condition.any).some(concerns);
  }

  function when(number, question) {
    const condition = tables.rules[number].when;
    return condition === undefined ? {all: []}
      : concerns(condition) ? on(condition, question[places.level]) : condition;
  }

  // The least that would make a condition hold, or not hold; what is not known is taken to be as it should.
  function lacking(condition, wanted, question) {
    if (condition.variable !== undefined) {
      return among(condition.variable, condition.values, wanted, question);
    }
    if (condition.not !== undefined) {
      return lacking(condition.not, !wanted, question);
    }
    const parts = (isAll(condition) ? condition.all : condition.any).map(part => lacking(part, wanted, question));
    if (isAll(condition) === wanted) {
      return parts.reduce((all, part) => all.concat(part), []);
    }
    return parts.length === 0 ? [] : parts.reduce((least, part) => part.length < least.length ? part : least);
  }

  // Whether a condition can hold, or fail, what is not known being as it may.
  function canBe(condition, wanted, question) {
    if (condition.variable !== undefined) {
      const value = question[condition.variable];
      return value === OPEN || (condition.values.indexOf(value) >= 0) === wanted;
    }
    if (condition.not !== undefined) {
      return canBe(condition.not, !wanted, question);
    }
    const parts = isAll(condition) ? condition.all : condition.any;
    return isAll(condition) === wanted ? parts.every(part => canBe(part, wanted, question))
      : parts.some(part => canBe(part, wanted, question));
  }

  // What keeps a rule from being admissible for what is asked about the patients of a register, over a route.
  function refused(number, register, route, question) {
    const way = variables[places.route].modes[route][register.id];
    const stance = (tables.rules[number].stances || {})[register.id] || 'never';
    const admissible = tables.admissible[way.mode][stance];
    const mayHold = way.mayHold === undefined ? {any: []} : way.mayHold;
    const outputs = [0, 1].filter(held => canBe(mayHold, held === 1, question));
    const isAdmitted = (wish, held) => outputs.some(output => admissible[wish * 4 + held * 2 + output] === 1);
    const held = question[register.permission];
    const admits = wish => [0, 1].some(each => (held === OPEN || held === each) && isAdmitted(wish, each));
    const wish = question[register.wish];
    if (admits(wish)) {
      return [];
    }
    const withPermission = question.slice();
    withPermission[register.permission] = 1;
    if (isAdmitted(wish, 1) && canBe(when(number, question), true, withPermission)) {
      return [[register.permission, [1]]];
    }
    return [[register.wish, variables[register.wish].values.map((each, place) => place).filter(admits)]];
  }

  // The same over the route where least does.
  function inadmissible(number, question) {
    const chosen = places.route === undefined ? OPEN : question[places.route];
    if (places.route === undefined || !variables[places.level].patientData[question[places.level]]) {
      return [];
    }
    const ways = tables.rules[number].reach.route.filter(route => chosen === OPEN || chosen === route)
      .map(route => registers.reduce((all, register) => all.concat(refused(number, register, route, question)), []));
    return ways.length === 0 ? [] : ways.reduce((least, way) => way.length < least.length ? way : least);
  }

  function lacks(number, question, isReached) {
    let found = [];
    dimensions.forEach(name => {
      found = found.concat(among(places[name], tables.rules[number].reach[name], true, question));
    });
    found = found.concat(lacking(when(number, question), true, question));
    if (isReached) {
      const met = question.slice();
      found.forEach(lack => {
        if (lack[1].length > 0) {
          met[lack[0]] = lack[1][0];
        }
      });
      found = found.concat(inadmissible(number, met));
    }
    const seen = new Set();
    const distinct = found.filter(lack => {
      const key = JSON.stringify(lack);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
    return distinct.map((lack, i) => [lack, i]).sort((one, other) => one[0][0] - other[0][0] || one[1] - other[1])
      .map(each => each[0]);
  }

  // [{rule, lacks: [[variable, [value, ...]], ...]}, ...], by the ids of the rules.
  function nearest(question) {
    const same = reaching(question, ['role', 'activity', 'category']);
    for (let distance = 0; distance <= dimensions.length; distance++) {
      let at = distance;
      let found = same.filter(number => dimensions.filter(name => !reaches(number, name, question)).length === at)
        .map(number => ({rule: number, lacks: lacks(number, question, at === 0)}))
        .filter(each => each.lacks.length > 0);
      if (found.length > 0) {
        let fewest = found.reduce((least, each) => Math.min(least, each.lacks.length), Infinity);
        return found.filter(each => each.lacks.length === fewest)
          .sort((one, other) => tables.rules[one.rule].id < tables.rules[other.rule].id ? -1 : 1).slice(0, MOST);
      }
    }
    return [];
  }

  return {reaching, nearest};
}
