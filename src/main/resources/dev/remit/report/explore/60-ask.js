// The tab that asks a question.
function askTab(policy, words, go) {
  const {variables, places, tables} = policy;
  const registers = tables.registers;
  const reasonsFor = reasonsOf(policy, words);
  const state = {values: policy.blank(), closed: false, project: '', person: '', isFurtherOpen: false};
  const panel = element('section', {id: 'panel-ask', class: 'panel', 'data-name': 'ask', 'data-title': 'Ask'}, element('h2', {}, 'Ask'));
  const sentence = element('p', {class: 'sentence'});
  const notice = element('p', {class: 'other', hidden: true});
  const columns = element('div', {class: 'columns'});
  const facts = element('div', {class: 'given'});
  const status = element('div', {class: 'verdict-box', role: 'status', 'aria-live': 'polite'});
  const reasons = element('div', {class: 'reasons'});
  const pickers = {};
  const isOfProject = each => each.kind === 'attribute' || each.kind === 'permission' || each.kind === 'ever';

  function choices(name, any) {
    const variable = variables[places[name]];
    const all = variable.values.map((id, place) => ({
      value: place, id, title: name === 'level' ? words.levelOf(place) : name === 'role' ? words.someone(place)
          : lower(words.valueOf(places[name], place))
    }));
    return [{value: -1, title: any}].concat(all);
  }

  function pick(name, label, any) {
    const made = picker(label, choices(name, any), state.values[places[name]], value => {
      state.values[places[name]] = value;
      changed();
    });
    pickers[name] = made;
    return made.field;
  }

  function build() {
    sentence.append(together('May ', pick('role', 'Role', 'choose a role')), ' ', pick('activity', 'Activity', 'do what?'));
    if (variables[places.level].values.length > 1) {
      sentence.append(' ', pick('level', 'Level of data', 'on which level?'));
    }
    if (places.category !== undefined) {
      sentence.append(' ', together('for ', pick('category', 'Kind of work', 'any kind of work')));
    }
    if (places.route !== undefined) {
      sentence.append(' ', together('by way of ', pick('route', 'Way in', 'any way in'), '?'));
    } else {
      sentence.append('?');
    }
    panel.append(notice, sentence, columns);
    columns.append(facts, element('div', {}, status, reasons));
  }

  function isAsked() {
    return ['role', 'activity', 'level'].every(name => state.values[places[name]] >= 0);
  }

  // The question with what follows from its being closed.
  function question() {
    return state.closed ? policy.closed(state.values) : state.values;
  }

  function set(variable, value) {
    state.values[variable] = value;
    if (isOfProject(variables[variable])) {
      state.project = state.project === '' ? '' : '~';
    }
    changed();
  }

  function changed() {
    show();
    go(fragment());
  }

  // ---- what is the case

  function factRow(variable) {
    const each = variables[variable];
    const value = state.values[variable];
    if (words.isTruth(variable)) {
      return threeWays(words.titleOf(variable), each.description, value, way => set(variable, way));
    }
    return oneOf(words.titleOf(variable),
      [[-1, 'not known']].concat(each.values.map((word, place) => [place, word])), value, place => set(variable, place));
  }

  function showFacts(asked) {
    facts.replaceChildren();
    if (!isAsked()) {
      return;
    }
    const outcome = policy.outcomes[policy.decide(asked)];
    const open = outcome.answer === 'UNDETERMINED' ? policy.hangsOn(asked) : [];
    const rulesAsk = outcome.answer === 'UNDETERMINED' ? policy.askedAbout(asked) : [];
    const listed = variables.map((each, place) => place)
      .filter(place => policy.isKnowledge[place] && (state.values[place] >= 0 || rulesAsk.includes(place)));
    const further = open.filter(place => !listed.includes(place));
    const knowable = variables.filter((each, place) => policy.isKnowledge[place]).length;
    facts.append(element('h3', {}, 'What is the case?'), element('p', {class: 'faint'}, open.length === 0
      ? 'Nothing else can matter to this answer.'
      : 'Only what can still matter is asked: ' + open.length + ' of ' + knowable + ' things.'));
    if (registers !== undefined) {
      facts.append(registerPickers());
    }
    const ofProject = listed.filter(place => isOfProject(variables[place]));
    const others = listed.filter(place => !isOfProject(variables[place]));
    if (ofProject.length > 0) {
      facts.append(element('h4', {}, 'About the project'), ...ofProject.map(factRow));
    }
    if (others.length > 0) {
      facts.append(element('h4', {}, 'About the person and the moment'), ...others.map(factRow));
    }
    if (further.length > 0) {
      const isAllThatIsLeft = rulesAsk.length === 0;
      const more = element('details', {class: 'further', open: isAllThatIsLeft || state.isFurtherOpen,
        ontoggle: () => { state.isFurtherOpen = more.open && !isAllThatIsLeft; }},
      element('summary', {}, 'Whether such a case can occur: ' + count(further.length, 'question')),
      element('p', {class: 'faint'}, 'No rule asks this. It is asked because not every combination can occur.'),
      ...further.map(factRow));
      facts.append(more);
    }
    const wishes = variables.map((each, place) => place).filter(place => variables[place].kind === 'wish');
    const isOfPatients = variables[places.level].patientData[state.values[places.level]];
    if (wishes.length > 0 && isOfPatients && (outcome.answer !== 'DENIED' || canWishesMatter(asked, wishes))) {
      const order = ['unstated', 'exclude', 'include'];
      const texts = {unstated: 'nothing said', exclude: 'leave them out', include: 'include them'};
      facts.append(element('h4', {}, 'Patients who opted out'), ...wishes.map(place => oneOf(words.titleOf(place),
        order.map(word => [variables[place].values.indexOf(word), texts[word]]), state.values[place],
        value => set(place, value))));
    }
    const assumable = variables.some((each, place) => each.ifUnsaid !== undefined && state.values[place] < 0
      && open.includes(place)) || state.closed;
    if (assumable) {
      const box = element('input', {type: 'checkbox', onchange: () => { state.closed = box.checked; changed(); }});
      box.checked = state.closed;
      facts.append(element('label', {class: 'check'}, box, ' I have said everything: what I did not say is not so'));
    }
    if (listed.some(place => state.values[place] >= 0)) {
      facts.append(element('button', {type: 'button', onclick: () => { forget(); changed(); }}, 'Forget what was said'));
    }
  }

  // Whether another wish would be another answer, or one has been uttered.
  function canWishesMatter(asked, wishes) {
    const now = policy.decide(asked);
    return wishes.some(place => asked[place] !== variables[place].values.indexOf('unstated')
      || variables[place].values.some((each, value) => {
        const other = asked.slice();
        other[place] = value;
        return policy.decide(other) !== now;
      }));
  }

  function forget() {
    variables.forEach((each, place) => {
      if (policy.isKnowledge[place]) {
        state.values[place] = policy.OPEN;
      } else if (each.kind === 'wish') {
        state.values[place] = each.values.indexOf('unstated');
      }
    });
    state.closed = false;
    state.project = '';
    state.person = '';
  }

  function registerPickers() {
    const projects = [{value: '', title: 'not known, or described below'}, {value: '-', title: 'no project'}]
      .concat(registers.projects.map(each =>
        ({value: '=' + each.id, id: each.id, title: each.title || each.id, also: each.also})));
    if (state.project === '~') {
      projects.push({value: '~', title: 'as described below'});
    }
    const box = element('div', {class: 'registers'}, element('h4', {}, 'Project, as registered on ' + dayOf(registers.day)),
      picker('Project', projects, state.project, value => { chooseProject(value); changed(); }).field);
    if (registers.people !== undefined) {
      const people = [{value: '', title: 'not known'}]
        .concat(registers.people.map(each => ({value: each.id, id: each.id, title: each.name || each.id})));
      box.append(element('h4', {}, 'Person, as registered on that day'),
        picker('Person', people, state.person, value => { choosePerson(value); changed(); }).field);
      const person = registers.people.find(each => each.id === state.person);
      if (person !== undefined) {
        const roles = known(person).roles;
        box.append(element('p', {class: 'faint'}, roles.length === 0 ? 'Holds no role on that day.'
          : 'Holds the ' + (roles.length === 1 ? 'role: ' : 'roles: ') + roles.map(place => words.valueOf(places.role, place)).join(', ')
            + (roles.includes(state.values[places.role]) ? '' : '. The question is about another role.')));
      }
    }
    return box;
  }

  function chooseProject(value) {
    if (value === '~') {
      return;
    }
    state.project = value;
    variables.forEach((each, place) => {
      if (isOfProject(each)) {
        state.values[place] = value === '-' && each.withoutProject !== undefined
          ? each.values.indexOf(each.withoutProject) : policy.OPEN;
      }
    });
    const project = registers.projects.find(each => '=' + each.id === value);
    if (project !== undefined) {
      project.values.forEach(([variable, place]) => { state.values[variable] = place; });
    }
    if (state.person !== '') {
      choosePerson(state.person);
    }
  }

  function known(person) {
    return person.projects.find(each => '=' + each.project === state.project) || person.elsewhere;
  }

  function choosePerson(id) {
    state.person = id;
    variables.forEach((each, place) => {
      if (each.kind === 'fact' && each.registered) {
        state.values[place] = policy.OPEN;
      }
    });
    const person = (registers.people || []).find(each => each.id === id);
    if (person !== undefined) {
      const here = known(person);
      here.facts.forEach(([variable, place]) => {
        if (!variables[variable].ofProject || state.project.startsWith('=')) {
          state.values[variable] = place;
        }
      });
      if (!here.roles.includes(state.values[places.role]) && here.roles.length > 0) {
        state.values[places.role] = here.roles[0];
        pickers.role.set(here.roles[0]);
      }
    }
  }

  // ---- the answer

  function show() {
    Object.entries(pickers).forEach(([name, each]) => each.set(state.values[places[name]]));
    const asked = question();
    const focus = document.activeElement && facts.contains(document.activeElement) ? spot(document.activeElement) : null;
    showFacts(asked);
    if (focus !== null) {
      refocus(focus);
    }
    reasons.replaceChildren();
    columns.classList.toggle('unasked', !isAsked());
    if (!isAsked()) {
      const left = ['role', 'activity', 'level'].filter(name => state.values[places[name]] < 0)
        .map(name => ({role: 'who it is about', activity: 'what they would do', level: 'on which level of data'})[name]);
      status.className = 'verdict-box';
      status.replaceChildren(element('p', {}, 'Choose ' + joined(left, 'and') + '. The answer stands here.'));
      reasons.append(element('p', {}, 'Or look at ', tabLink('who', 'who may do what'), ', or at ',
        tabLink('role', 'everything that one role may do'), '.'));
      return;
    }
    const outcome = policy.outcomes[policy.decide(asked)];
    if (outcome.answer === 'PERMITTED') {
      verdict('yes', 'Yes.', upper(words.sentence(asked, 'may')) + '.');
      granted(outcome);
    } else if (outcome.answer === 'DENIED') {
      verdict('no', 'No.', upper(words.sentence(asked, 'may not')) + '.');
      denied(asked, outcome);
    } else {
      const asking = words.sentence(asked, 'may');
      verdict('open', 'It depends.', 'Whether ' + asking + (asking.includes(', ') ? ', depends' : ' depends') + ' on what is not known yet.');
      undetermined(asked);
    }
    if (state.closed) {
      const assumed = variables.map((each, place) => place).filter(place => state.values[place] < 0 && asked[place] >= 0);
      if (assumed.length > 0) {
        reasons.append(folded('Taken to be so because nothing was said: ' + assumed.length,
          list(assumed.map(place => words.phrase(place, [asked[place]])))));
      }
    }
    same();
  }

  function tabLink(name, text) {
    return element('button', {type: 'button', class: 'field ask-this',
      onclick: () => { const tab = document.getElementById('tab-' + name); tab.click(); tab.focus(); }}, text);
  }

  // Words that stay on the line of the field behind them.
  function together(...parts) {
    return element('span', {class: 'together'}, ...parts);
  }

  // Where the focus is among the fields that are made anew.
  function fields() {
    return Array.from(facts.querySelectorAll('fieldset, label.one, label.check, button, .picker'));
  }

  function nameOf(field) {
    return field.matches('.picker') ? field.querySelector('input').getAttribute('aria-label')
      : (field.querySelector('legend, span') || field).textContent;
  }

  function spot(focused) {
    const field = fields().find(each => each.contains(focused));
    return field === undefined ? null : nameOf(field);
  }

  function refocus(name) {
    const field = fields().find(each => nameOf(each) === name);
    if (field !== undefined) {
      const target = field.querySelector('input:checked') || field.querySelector('input, select') || field;
      target.focus();
    }
  }

  function verdict(kind, word, text) {
    status.className = 'verdict-box ' + kind;
    status.replaceChildren(element('p', {}, element('strong', {}, word), ' ' + text));
  }

  function granted(outcome) {
    const grants = outcome.grants.map(number => tables.grants[number]);
    reasons.append(element('h3', {}, grants.length === 1 ? 'In this way' : 'In any one of these ' + grants.length + ' ways'));
    reasons.append(element('div', {class: 'ways-out'}, grants.slice(0, 60).map(grant => {
      const duties = tables.obligationSets[grant.obligations].map(dutyOf);
      const patients = Object.entries(tables.populations[grant.population])
        .filter(([, entry]) => entry.outcome !== 'not-applicable');
      const why = reasonsFor.granted(grant);
      return element('article', {class: 'way yes'}, element('p', {class: 'choice'}, words.choicesOf(grant) || 'Whatever the way',
        grant.always ? '' : ' (in some of the cases left open)'),
      why.text === '' ? '' : element('p', {}, why.text), citation(why.cited),
        duties.length === 0 ? '' : element('div', {}, element('h4', {}, 'Duties'), list(duties)),
        patients.length === 0 ? '' : element('div', {}, element('h4', {}, 'Patients who opted out'),
          list(patients.map(([register, entry]) => registerTitle(register) + ': ' + PATIENTS[entry.outcome](entry)))));
    })));
    sources(Array.from(new Set(grants.map(grant => grant.rule))));
  }

  function dutyOf(id) {
    const duty = tables.obligations.find(each => each.id === id);
    return duty === undefined || duty.title === '' ? id : ended(duty.title);
  }

  function registerTitle(id) {
    const variable = variables.find(each => each.register === id);
    return variable === undefined ? id : variable.title;
  }

  function denied(asked, outcome) {
    const forbidding = outcome.forbiddenBy || [];
    if (outcome.basis === 'inconsistent') {
      const broken = policy.broken(asked);
      reasons.append(element('div', {class: 'decisive'},
        element('p', {}, 'What was said describes a case that cannot occur.'),
        list(broken.length === 0 ? ['A permission that is held has also been held before.']
          : broken.map(each => each.because === '' ? each.id : ended(each.because))),
        broken.length === 0 ? '' : citation(reasonsFor.prohibiting(broken[0].cites))));
    } else {
      const why = outcome.basis === 'forbidden' ? reasonsFor.forbidden(outcome) : reasonsFor.notGranted(asked);
      reasons.append(element('div', {class: 'decisive'}, element('p', {}, why.text), citation(why.cited)));
    }
    const found = policy.changes(asked);
    if (found.changes.length === 0) {
      reasons.append(element('h3', {}, 'What would make it a yes'),
        element('p', {}, 'Nothing that you or an approver could change, or that could come to be so.'));
    } else {
      reasons.append(element('h3', {}, 'What would make it a yes'), waysOut(found.changes.map(so => ({so})), step => {
        const isUnknown = policy.isKnowledge[step[0]] && asked[step[0]] < 0;
        const changedBy = variables[step[0]].changedBy;
        return isUnknown || changedBy === 'nobody' ? 'only if it is so' : WHO[changedBy];
      }, found.more));
    }
    cameNearest(outcome.basis === 'not-granted' ? policy.nearest(asked) : []);
    sources(forbidding, 'What forbids some ways besides', outcome.basis === 'not-granted');
  }

  function citation(cited) {
    return cited === undefined || cited.says === '' ? ''
      : element('blockquote', {}, element('p', {}, cited.says),
        element('p', {class: 'faint'}, cited.where === '' ? '' : cited.where + ', ', element('code', {}, cited.id)));
  }

  // The permits that came nearest, with what each lacks.
  function cameNearest(nearest) {
    if (nearest.length > 0) {
      reasons.append(folded('What came nearest: ' + count(nearest.length, 'rule'), list(nearest.map(each => [
        words.rules[each.rule].title === '' ? '' : words.rules[each.rule].title + ' ',
        element('code', {}, words.rules[each.rule].id), ' lacks ', each.lacks.map(reasonsFor.lacking).join('; '), '.']))));
    }
  }

  function undetermined(asked) {
    const found = policy.permittedIf(asked);
    if (found.ways.length === 0) {
      reasons.append(element('p', {}, 'Say more: what would permit it depends on whether such a case can occur.'));
    } else {
      reasons.append(element('h3', {}, 'It is a yes if'),
        waysOut(found.ways, step => WHO[variables[step[0]].changedBy] || '', found.more));
    }
  }

  function waysOut(ways, hint, more) {
    return element('div', {class: 'ways-out'}, ways.map((way, i) => {
      const choice = words.choicesOf(way);
      const also = way.alsoTell || [];
      return element('article', {class: 'way'},
        element('div', {}, choice === '' ? '' : element('p', {class: 'choice'}, choice),
          way.so.length === 0 ? element('p', {}, also.length === 0 ? 'Nothing else is asked.' : 'Every condition is met.')
            : list(way.so.map(step => [words.phrase(step[0], step[1]),
              element('span', {class: 'hint'}, ' (' + hint(step) + ')')])),
          also.length === 0 ? '' : element('p', {class: 'faint'}, 'Not every combination can occur, so this has to be said too: '
            + also.map(variable => lower(words.titleOf(variable))).join('; ') + '.')),
        element('button', {type: 'button', 'aria-label': 'Suppose so, way ' + (i + 1), onclick: () => suppose(way)},
          'Suppose so'));
    }), more ? element('p', {class: 'faint'}, 'And in more ways.') : '');
  }

  function suppose(way) {
    if (way.category !== undefined && way.category >= 0) {
      state.values[places.category] = way.category;
    }
    if (way.route !== undefined && way.route >= 0) {
      state.values[places.route] = way.route;
    }
    way.so.forEach(([variable, values]) => {
      if (!values.includes(state.values[variable])) {
        state.values[variable] = values[0];
      }
      if (isOfProject(variables[variable]) && state.project !== '') {
        state.project = '~';
      }
    });
    // Whatever was taken up that follows from it is said as well, so that the question is one that can be.
    state.values = occurring(policy.filled(state.values), way.alsoTell || []);
    changed();
    status.scrollIntoView({block: 'nearest'});
  }

  // The same with values for what only says whether the case can occur, such that it can and is a yes; if there are any.
  function occurring(values, open) {
    const left = open.filter(variable => values[variable] < 0).slice(0, 6);
    const answer = trial => policy.outcomes[policy.decide(state.closed ? policy.closed(trial) : trial)].answer;
    function tried(trial, at) {
      if (at === left.length) {
        return answer(trial) === 'PERMITTED' ? trial : undefined;
      }
      for (let value = 0; value < variables[left[at]].values.length; value++) {
        const next = trial.slice();
        next[left[at]] = value;
        const found = tried(policy.filled(next), at + 1);
        if (found !== undefined) {
          return found;
        }
      }
      return undefined;
    }
    return tried(values, 0) || values;
  }

  function sources(numbers, title, isBesides) {
    const cites = Array.from(new Set(numbers.flatMap(number => words.rules[number].cites)));
    if (numbers.length === 0) {
      return;
    }
    reasons.append(folded((isBesides ? title : 'Where this comes from') + ': ' + count(numbers.length, 'rule') + ', '
      + count(cites.length, 'sentence') + ' of the sources',
    element('h4', {}, 'Rules'), list(numbers.map(number => [words.ruleTitle(number) + ' ',
      element('code', {}, words.rules[number].id),
      words.rules[number].because === '' ? '' : element('span', {class: 'because'}, ' ' + words.rules[number].because)])),
    cites.length === 0 ? '' : element('h4', {}, 'Sentences'),
    list(words.cited(cites).map(each => [element('code', {}, each.id), each.where === '' ? '' : ' (' + each.where + ')',
      each.says === '' ? '' : ' ' + each.says]))));
  }

  function count(number, noun) {
    return number + ' ' + noun + (number === 1 ? '' : 's');
  }

  // ---- the same question elsewhere

  function same() {
    const command = commandOf();
    const json = JSON.stringify(jsonOf());
    reasons.append(folded('The same question elsewhere',
      element('h4', {}, 'On the command line'), element('pre', {tabindex: '0'}, command),
      element('h4', {}, 'As JSON'), element('pre', {tabindex: '0'}, json),
      element('p', {}, element('a', {href: fragment()}, 'A link to this question'),
        ' says which version of the policy it was asked of.')));
  }

  function said() {
    return variables.map((each, place) => place).filter(place => state.values[place] >= 0);
  }

  function quoted(word) {
    return /^[\w.:/=-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'";
  }

  function commandOf() {
    const parts = ['remit ask'];
    const option = (name, word) => parts.push('--' + name + ' ' + quoted(word));
    said().forEach(place => {
      const each = variables[place];
      const value = each.values[state.values[place]];
      const id = each.element === undefined ? each.name.replace(/^project\./, '') : each.name.replace(/^project\./, '');
      if (each.kind === 'fact') {
        if (each.element !== undefined || !words.isTruth(place)) {
          option('fact', id + '=' + value);
        } else {
          option(value === 'true' ? 'fact' : 'not-fact', id);
        }
      } else if (each.kind === 'attribute') {
        option('attribute', id + '=' + value);
      } else if (each.kind === 'permission') {
        option(value === 'true' ? 'permits' : 'not-permits', each.register);
      } else if (each.kind === 'ever') {
        option(value === 'true' ? 'ever-permits' : 'not-ever-permits', each.register);
      } else if (each.kind === 'wish') {
        if (value !== 'unstated') {
          option(value, each.register);
        }
      } else {
        option(each.name, value);
      }
    });
    if (state.closed) {
      parts.push('--closed');
    }
    return parts.join(' ');
  }

  function jsonOf() {
    const json = {};
    const project = {};
    const facts = {};
    const wishes = {};
    said().forEach(place => {
      const each = variables[place];
      const word = each.values[state.values[place]];
      const value = words.isTruth(place) ? word === 'true' : word;
      if (each.element !== undefined) {
        const home = each.kind === 'fact' ? facts : project;
        const name = each.set.replace(/^project\./, '');
        home[name] = home[name] || {has: [], lacks: []};
        home[name][value ? 'has' : 'lacks'].push(each.element);
      } else if (each.kind === 'fact') {
        facts[each.name] = value;
      } else if (each.kind === 'attribute') {
        project[each.name.replace(/^project\./, '')] = value;
      } else if (each.kind === 'permission') {
        (project.permissions = project.permissions || {})[each.register] = value;
      } else if (each.kind === 'ever') {
        (project.permissionsEver = project.permissionsEver || {})[each.register] = value;
      } else if (each.kind === 'wish') {
        if (word !== 'unstated') {
          wishes[each.register] = word;
        }
      } else {
        json[each.name] = word;
      }
    });
    if (Object.keys(project).length > 0) {
      json.project = project;
    }
    if (Object.keys(facts).length > 0) {
      json.facts = facts;
    }
    if (state.closed) {
      json.closed = true;
    }
    if (Object.keys(wishes).length > 0) {
      json.optOuts = wishes;
    }
    return json;
  }

  // ---- links

  function digest() {
    return tables.policy.digest.replace(/^sha256:/, '').slice(0, 12);
  }

  function fragment() {
    const parts = new URLSearchParams();
    parts.set('v', digest());
    said().forEach(place => {
      const each = variables[place];
      if (each.kind !== 'wish' || each.values[state.values[place]] !== 'unstated') {
        parts.set(each.name, each.values[state.values[place]]);
      }
    });
    if (state.closed) {
      parts.set('closed', 'yes');
    }
    return '#ask/' + parts.toString();
  }

  // Takes up the question of a link; what this policy does not know of it is said.
  function take(text) {
    const parts = new URLSearchParams(text);
    forget();
    state.values = policy.blank();
    const unknown = [];
    parts.forEach((word, name) => {
      const place = places[name];
      if (name === 'closed') {
        state.closed = word === 'yes';
      } else if (name !== 'v') {
        const value = place === undefined ? -1 : variables[place].values.indexOf(word);
        if (value < 0) {
          unknown.push(name + ' ' + word);
        } else {
          state.values[place] = value;
        }
      }
    });
    const isOther = parts.has('v') && parts.get('v') !== digest();
    notice.hidden = !isOther && unknown.length === 0;
    notice.replaceChildren((isOther ? 'This link was made for another version of the policy (' + parts.get('v')
      + '); this is ' + digest() + ', and its answer can be another. ' : '')
      + (unknown.length === 0 ? '' : 'This policy does not know: ' + unknown.join(', ') + '.'));
    show();
  }

  // Asks about some values, all else being open.
  function ask(values) {
    state.values = policy.blank();
    state.closed = false;
    state.project = '';
    state.person = '';
    values.forEach(([name, value]) => { state.values[places[name]] = value; });
    notice.hidden = true;
    show();
    return fragment();
  }

  build();
  show();
  return {panel, take, ask, fragment};
}
