// The tabs that show who may do what: on a level, and in a role.
function overviewTabs(policy, words, asking) {
  const {variables, places} = policy;
  const roles = variables[places.role].values;
  const activities = variables[places.activity].values;
  const levels = variables[places.level].values;
  const hasLevels = levels.length > 1;
  const MANY = 150;

  function question(role, activity, level, category) {
    const values = policy.blank();
    values[places.role] = role;
    values[places.activity] = activity;
    values[places.level] = level;
    if (category >= 0) {
      values[places.category] = category;
    }
    return values;
  }

  // always, if, never or forbidden
  function fieldOf(values) {
    const outcome = policy.outcomes[policy.decide(values)];
    if (outcome.answer === 'PERMITTED') {
      return 'always';
    }
    if (outcome.answer === 'UNDETERMINED') {
      return policy.isAlways(values) ? 'always' : 'if';
    }
    return outcome.basis === 'forbidden' ? 'forbidden' : 'never';
  }

  function link(values, text, className) {
    const category = places.category === undefined ? -1 : values[places.category];
    const parts = ['role', 'activity', 'level'].map(name => [name, values[places[name]]])
      .concat(category >= 0 ? [['category', category]] : []);
    return element('button', {
      type: 'button', class: 'field ' + className, 'aria-label': text + ': ' + words.sentence(values, 'may') + '. Ask this',
      onclick: () => asking(parts)
    }, text);
  }

  // The conditions of a field: ways that differ in nothing but their kind of work or way in are written once, and so are
  // ways that differ in one condition only.
  function conditions(values) {
    const found = policy.permittedIf(values, 64);
    const grouped = new Map();
    found.ways.forEach(way => {
      const key = JSON.stringify(way.so);
      grouped.set(key, (grouped.get(key) || []).concat([way]));
    });
    const choices = new Map();
    grouped.forEach(ways => {
      const named = Array.from(new Set(ways.map(way => words.choicesOf(way)))).filter(each => each !== '');
      const key = joined(named.map((each, i) => i === 0 ? each : lower(each)), 'or');
      choices.set(key, (choices.get(key) || []).concat([ways[0].so]));
    });
    const lines = [];
    choices.forEach((all, choice) => {
      let left = all.map(so => so.map(step => JSON.stringify(step)));
      while (left.length > 0) {
        const first = left[0];
        // The conditions that most others share with it, but for one.
        const groups = first.map(step => left.filter(so => so.length === first.length
          && first.every(other => other === step || so.includes(other))));
        const best = groups.reduce((one, other) => other.length > one.length ? other : one, [first]);
        const common = first.filter(step => best.every(so => so.includes(step)));
        const single = best.length === 1;
        const parts = (single ? first : common).map(said);
        if (!single) {
          const apart = best.flatMap(so => so.filter(step => !common.includes(step))).map(said);
          parts.push((parts.length === 0 ? 'any one of these: ' : 'and any one of these: ') + apart.join(', '));
        }
        lines.push((choice === '' ? '' : choice + ': ') + (parts.length === 0 ? 'whatever else is so' : parts.join('; ')));
        left = left.filter(so => !best.includes(so));
      }
    });
    return lines.concat(found.more ? ['and in more ways'] : []);
  }

  function said(step) {
    const [variable, values] = JSON.parse(step);
    return lower(words.phrase(variable, values));
  }

  function count(fields) {
    return fields.filter(each => each.word === 'always').length + ' always, '
      + fields.filter(each => each.word === 'if').length + ' on conditions';
  }

  // ---- who may

  function whoTab() {
    const panel = element('section', {id: 'panel-who', class: 'panel', 'data-name': 'who', 'data-title': 'Who may'}, element('h2', {}, 'Who may'));
    const state = {level: -1, activity: -1, role: -1};
    const content = element('div', {});
    const said = element('p', {class: 'faint', role: 'status'});
    const levelRow = element('div', {class: 'levels', role: 'group', 'aria-label': 'Level of data'});
    const allFields = [];

    // Asks for every field; only once somebody looks, since it takes long for a large policy.
    function prepare() {
      roles.forEach((r, role) => activities.forEach((a, activity) => levels.forEach((l, level) => {
        const values = question(role, activity, level, -1);
        allFields.push({role, activity, level, values, word: fieldOf(values)});
      })));
      const isMany = allFields.filter(each => each.word === 'if' || each.word === 'always').length > MANY;
      state.level = isMany && hasLevels ? 0 : -1;
    }

    function show() {
      levelRow.querySelectorAll('button').forEach(button =>
        button.setAttribute('aria-pressed', String(Number(button.value) === state.level)));
      const fields = allFields.filter(each => (state.level < 0 || each.level === state.level)
        && (state.activity < 0 || each.activity === state.activity) && (state.role < 0 || each.role === state.role));
      const narrowed = [state.activity < 0 ? '' : lower(words.valueOf(places.activity, state.activity)),
        state.role < 0 ? '' : 'as ' + words.someone(state.role)].filter(each => each !== '').join(' ');
      said.textContent = (narrowed === '' ? '' : 'Who may ' + (state.activity < 0 ? 'do anything ' : '') + narrowed + '. ')
        + 'Of ' + fields.length + ' fields, one for each ' + (hasLevels ? 'role, activity and level' : 'role and activity') + ': ' + count(fields)
        + '. What is not listed is never permitted.';
      content.replaceChildren(...levels.map((id, level) => level)
        .filter(level => state.level < 0 || level === state.level)
        .map(level => levelPart(level, fields.filter(each => each.level === level))));
    }

    function levelPart(level, fields) {
      const here = fields.filter(each => each.word === 'if' || each.word === 'always');
      const part = element('section', {class: 'level'});
      if (hasLevels) {
        part.append(element('h3', {}, upper(words.levelOf(level))));
      }
      if (here.length === 0) {
        part.append(element('p', {}, 'Nobody may do ' + (state.activity < 0 ? 'anything' : 'this') + ' here.'));
      } else {
        part.append(table(here, 0));
      }
      const forbidden = fields.filter(each => each.word === 'forbidden');
      if (forbidden.length > 0) {
        part.append(folded('Forbidden outright: ' + forbidden.length, list(byRole(forbidden))));
      }
      return part;
    }

    function byRole(fields) {
      return roles.map((id, role) => role).filter(role => fields.some(each => each.role === role))
        .map(role => words.valueOf(places.role, role) + ': ' + fields.filter(each => each.role === role)
          .map(each => lower(words.valueOf(places.activity, each.activity))).join(', '));
    }

    // The fields of one role on one level that are permitted under the same conditions, as one row.
    function rowsOf(fields) {
      const rows = [];
      const known = new Map();
      fields.forEach(each => {
        const lines = each.word === 'always' ? ['always'] : conditions(each.values);
        const key = each.role + ' ' + lines.join('\n');
        if (known.has(key)) {
          known.get(key).fields.push(each);
        } else {
          const row = {role: each.role, lines, fields: [each], isAlways: each.word === 'always'};
          known.set(key, row);
          rows.push(row);
        }
      });
      return rows;
    }

    function table(fields, from) {
      const until = Math.min(fields.length, from + MANY);
      const rows = rowsOf(fields.slice(from, until));
      const body = element('tbody', {}, rows.map((row, i) => element('tr', {},
        element('th', {scope: 'row', class: i > 0 && rows[i - 1].role === row.role ? 'again' : undefined},
          words.valueOf(places.role, row.role)),
        element('td', {}, row.fields.map((each, place) => [place > 0 ? ', ' : '',
          link(each.values, lower(words.valueOf(places.activity, each.activity)), 'ask-this')]).flat()),
        element('td', {}, row.isAlways ? element('span', {class: 'always'}, 'always') : list(row.lines, {class: 'plain'})))));
      const made = element('div', {class: 'wide'}, element('table', {},
        element('thead', {}, element('tr', {}, ['Role', 'May', 'If'].map(head => element('th', {scope: 'col'}, head)))),
        body));
      if (until < fields.length || from > 0) {
        const step = (to, text) => element('button', {type: 'button', onclick: () => made.replaceWith(table(fields, to))}, text);
        made.append(element('p', {}, 'Fields ' + (from + 1) + ' to ' + until + ' of ' + fields.length + '. ',
          from > 0 ? step(Math.max(0, from - MANY), 'Before') : '', ' ', until < fields.length ? step(until, 'Next') : ''));
      }
      return made;
    }

    if (hasLevels) {
      [-1].concat(levels.map((id, level) => level)).forEach(level => levelRow.append(element('button', {
        type: 'button', value: String(level), 'aria-pressed': 'false',
        onclick: () => { state.level = level; show(); }
      }, level < 0 ? 'All levels' : upper(words.levelOf(level)))));
      panel.append(levelRow);
    }
    const any = title => [{value: -1, title}];
    panel.append(element('p', {class: 'sentence small screen'}, 'Who may ',
      picker('Activity', any('do anything').concat(activities.map((id, value) =>
        ({value, id, title: lower(words.valueOf(places.activity, value))}))), -1,
      value => { state.activity = value; show(); }).field, ' as ',
      picker('Role', any('anybody').concat(roles.map((id, value) =>
        ({value, id, title: article(lower(words.valueOf(places.role, value)))}))), -1,
      value => { state.role = value; show(); }).field, '?'), said, content);
    let isShown = false;
    return {panel, shown: () => { if (!isShown) { isShown = true; prepare(); show(); } }};
  }

  // ---- what may a role do

  function roleTab() {
    const panel = element('section', {id: 'panel-role', class: 'panel', 'data-name': 'role', 'data-title': 'What may a role do'},
      element('h2', {}, 'What may a role do'));
    const state = {role: 0, category: -1};
    const content = element('div', {});
    const said = element('p', {class: 'faint', role: 'status'});

    function show() {
      const fields = [];
      const rows = activities.map((id, activity) => levels.map((name, level) => {
        const values = question(state.role, activity, level, state.category);
        const field = {activity, level, values, word: fieldOf(values)};
        fields.push(field);
        return field;
      })).filter(row => row.some(each => each.word !== 'never'));
      const forbidden = fields.filter(each => each.word === 'forbidden').length;
      said.replaceChildren(upper(words.someone(state.role)) + (state.category < 0 ? '' : ', for '
        + lower(words.valueOf(places.category, state.category))) + ': ' + count(fields) + (forbidden > 0 ? ', ' + forbidden + ' forbidden outright' : '')
        + '. What is not listed is never permitted to this role.',
      element('span', {class: 'screen'}, ' Choose a field to ask about it.'));
      content.replaceChildren(rows.length === 0 ? element('p', {}, 'Nothing.')
        : element('div', {class: 'wide', role: 'region', tabindex: '0', 'aria-label': 'Activities by levels'},
          element('table', {class: 'matrix'},
            element('thead', {}, element('tr', {}, element('th', {scope: 'col'}, 'Activity'), levels.map((id, level) =>
              element('th', {scope: 'col'}, hasLevels ? upper(words.levelOf(level)) : 'may')))),
            element('tbody', {}, rows.map(row => element('tr', {},
              element('th', {scope: 'row'}, words.valueOf(places.activity, row[0].activity)),
              row.map(each => element('td', {}, each.word === 'never' ? element('span', {class: 'never'}, 'never')
                : link(each.values, each.word, each.word)))))))));
    }

    const sentence = element('p', {class: 'sentence'}, 'Everything ',
      picker('Role', roles.map((id, value) => ({value, id, title: article(lower(words.valueOf(places.role, value)))})), 0,
        value => { state.role = value; show(); }).field, ' may do');
    if (places.category !== undefined) {
      const categories = variables[places.category].values;
      sentence.append(', for ', picker('Kind of work', [{value: -1, title: 'any kind of work'}].concat(
        categories.map((id, value) => ({value, id, title: lower(words.valueOf(places.category, value))}))), -1,
      value => { state.category = value; show(); }).field);
    }
    panel.append(sentence, said, content);
    let isShown = false;
    return {panel, shown: () => { if (!isShown) { isShown = true; show(); } }};
  }

  return [whoTab(), roleTab()];
}
