// What decides an answer, of all that stands behind it: in a sentence, with the sentence of the sources that says so.
function reasonsOf(policy, words) {
  const {variables, places, tables} = policy;
  const NAMED = 4;
  const DEED = ['activity', 'level'];

  function both(title, more) {
    return more.trim() === '' ? title : title.trim() === '' ? more : ended(title) + ' ' + more;
  }

  // The first of some citations that says something of a kind.
  function first(cites, ...kinds) {
    return words.cited(cites).find(each => kinds.some(kind => each.kinds.includes(kind)));
  }

  function normative(cites) {
    return first(cites, 'permit', 'forbid', 'condition', 'obligation', 'ruling') || words.cited(cites)[0];
  }

  const prohibiting = cites => first(cites, 'forbid') || first(cites, 'ruling') || normative(cites);
  const permitting = cites => first(cites, 'permit') || first(cites, 'condition') || normative(cites);
  const conditioning = cites => first(cites, 'condition') || permitting(cites);

  function size(number) {
    return Object.values(tables.rules[number].reach).reduce((all, each) => all * Math.max(1, each.length), 1);
  }

  function narrowest(numbers) {
    return numbers.slice().sort((one, other) => size(one) - size(other)
      || (tables.rules[one].id < tables.rules[other].id ? -1 : 1))[0];
  }

  // What stands in the way where some permit reaches others: a sentence, and the permit of these others.
  function refusal(text, permits) {
    const permit = permits.length === 0 ? undefined : narrowest(permits);
    return {text, cited: permit === undefined ? undefined : first(tables.rules[permit].cites, 'permit')};
  }

  function titles(name, permits, titled) {
    const found = variables[places[name]].values.map((id, value) => value)
      .filter(value => permits.some(number => tables.rules[number].reach[name].includes(value)));
    return name === 'role' && found.length > NAMED ? 'some other roles' : joined(found.map(titled), 'or');
  }

  function granted(grant) {
    const rule = tables.rules[grant.rule];
    return {text: ended(both(rule.title, rule.because)), cited: permitting(rule.cites)};
  }

  function forbidden(outcome) {
    const rule = tables.rules[narrowest(outcome.forbiddenBy)];
    const cited = prohibiting(rule.cites);
    const text = ended(both(rule.title, rule.because));
    return {text: text !== '' ? 'Forbidden in this role: ' + text : cited !== undefined ? 'Forbidden in this role.'
      : 'Forbidden in this role by a rule of the policy, which gives no reason.', cited};
  }

  function lacking(lack) {
    const each = variables[lack[0]];
    return each.kind === 'wish' ? 'another request about opted-out patients (' + lower(each.title) + ')'
      : lower(words.phrase(lack[0], lack[1]));
  }

  function notGranted(question) {
    const deed = words.deed(question[places.activity], question[places.level]);
    const someone = words.someone(question[places.role]);
    const anybody = policy.reaching(question, DEED);
    if (anybody.length === 0) {
      return refusal('No rule lets anybody ' + deed + '.', []);
    }
    const purpose = policy.reaching(question, DEED.concat('category'));
    const role = policy.reaching(question, DEED.concat('role'));
    const rolePurpose = policy.reaching(question, DEED.concat('role', 'category'));
    if (role.length === 0 || (rolePurpose.length === 0 && purpose.length > 0)) {
      const permits = purpose.length === 0 ? anybody : purpose;
      const isSaid = purpose.length > 0 && places.category !== undefined && question[places.category] >= 0;
      return refusal('Only ' + titles('role', permits, words.someone) + ' may ' + deed
        + (isSaid ? ' for ' + lower(words.valueOf(places.category, question[places.category])) : '') + '.', permits);
    }
    if (rolePurpose.length === 0) {
      return refusal(upper(someone) + ' may ' + deed + ' for '
        + titles('category', role, value => lower(words.valueOf(places.category, value))) + ' only.', role);
    }
    const reaching = policy.reaching(question, ['role', 'activity', 'level', 'category', 'route']);
    if (reaching.length === 0) {
      return refusal(upper(someone) + ' may ' + deed + ' by way of '
        + titles('route', rolePurpose, value => lower(words.valueOf(places.route, value))) + ' only.', rolePurpose);
    }
    const nearest = policy.nearest(question);
    return nearest.length === 0
      ? {text: 'What it takes is not so.', cited: conditioning(tables.rules[narrowest(reaching)].cites)}
      : {text: 'What is lacking: ' + nearest[0].lacks.map(lacking).join('; ') + '.',
        cited: conditioning(tables.rules[nearest[0].rule].cites)};
  }

  return {granted, forbidden, notGranted, lacking, both, prohibiting};
}
