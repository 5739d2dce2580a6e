// The words of a policy: titles in place of ids, in sentences.

// Characters that would change how the text around them is shown, by their numbers.
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function visible(text) {
  return text.replace(/\s+/g, ' ').replace(HIDDEN, found => '\\u' + found.charCodeAt(0).toString(16).padStart(4, '0'));
}

function lower(title) {
  const second = title.charAt(1);
  const isName = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase();
  return isName ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

function upper(title) {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function joined(words, last) {
  return words.length < 2 ? words.join('') : words.slice(0, -1).join(', ') + ' ' + last + ' ' + words[words.length - 1];
}

function article(noun) {
  return ('aeiou'.includes(noun.charAt(0).toLowerCase()) ? 'an ' : 'a ') + noun;
}

function ended(sentence) {
  return /[.!?]$/.test(sentence) || sentence === '' ? sentence : sentence + '.';
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];

// A day as it is read, from one like 2026-11-22.
function dayOf(text) {
  const [year, month, day] = text.split('-').map(Number);
  return day + ' ' + MONTHS[month - 1] + ' ' + year;
}

const WHO = {
  requester: 'you can change this',
  approver: 'an approver can grant this',
  nobody: 'nobody can bring it about'
};

const PATIENTS = {
  'excluded-by-filter': entry => 'are left out by software: it keeps who is ' + kept(entry)
    + '. If the list is missing, the run stops.',
  'excluded-by-declaration': entry => 'are left out: the person states it, and the tool checks that; it keeps who is '
    + kept(entry) + '.',
  'declaration-required': () => 'the person must state whether they are in or out.',
  'included-by-declaration': entry => 'are included: the person states it, and the tool checks that' + flag(entry) + '.',
  'included': entry => 'are included' + flag(entry) + '.',
  'not-enforceable': () => 'may be among the data: nothing can tell them apart here.',
  'settled-upstream': () => 'as was decided when the outputs were produced.',
  'not-applicable': () => 'have no bearing on this: there is no patient data here.'
};

function kept(entry) {
  return (entry.keep === 'absent' ? 'absent from' : 'present in') + ' the list ' + entry.list;
}

function flag(entry) {
  return entry.flag === null ? '' : ', with the switch ' + entry.flag;
}

function wordsOf(policy) {
  const {variables, places} = policy;
  const rules = policy.tables.rules;
  const citations = new Map();
  policy.tables.clauses.forEach(each => citations.set(each.id, {
    id: each.id, where: each.section, says: each.says, kinds: each.kinds
  }));
  policy.tables.rulings.forEach(each => citations.set(each.id, {
    id: each.id, where: 'a ruling, since the sources leave it open',
    says: each.description.trim() === '' ? each.title : each.description, kinds: ['ruling']
  }));

  function titleOf(variable) {
    const each = variables[variable];
    switch (each.kind) {
      case 'role': return 'Role';
      case 'activity': return 'Activity';
      case 'level': return 'Level of data';
      case 'category': return 'Kind of work';
      case 'route': return 'Way in';
      case 'permission': return 'The project holds the permission for: ' + lower(each.title);
      case 'ever': return 'The project has at some time held the permission for: ' + lower(each.title);
      case 'wish': return each.title;
      default: return each.element === undefined ? each.title : each.title + ' has ' + each.element;
    }
  }

  function isTruth(variable) {
    const values = variables[variable].values;
    return values.length === 2 && values[0] === 'false' && values[1] === 'true';
  }

  function valueOf(variable, value) {
    const each = variables[variable];
    if (each.titles === undefined) {
      return each.values[value];
    }
    return each.titles[value] === '' ? each.values[value] : each.titles[value];
  }

  // How something is or has to be, as a short phrase.
  function phrase(variable, values) {
    const each = variables[variable];
    if (each.kind === 'wish') {
      return 'What is asked about ' + lower(each.title) + ': ' + joined(values.map(value => each.values[value]), 'or');
    }
    if (isTruth(variable) && values.length === 1) {
      if (each.element !== undefined) {
        return each.title + (values[0] === 1 ? ' has ' : ' lacks ') + each.element;
      }
      return values[0] === 1 ? titleOf(variable) : 'It is not so: ' + lower(titleOf(variable));
    }
    return titleOf(variable) + ': ' + joined(values.map(value => valueOf(variable, value)), 'or');
  }

  function choicesOf(way) {
    const named = [];
    if (way.category !== undefined && way.category >= 0) {
      named.push('for ' + lower(valueOf(policy.places.category, way.category)));
    }
    if (way.route !== undefined && way.route >= 0) {
      named.push('by way of ' + lower(valueOf(policy.places.route, way.route)));
    }
    return upper(named.join(', '));
  }

  // A level as within a sentence: by its number and title, or by its title alone.
  function levelOf(value) {
    const id = variables[places.level].values[value];
    const title = lower(valueOf(places.level, value));
    if (!/^\d+$/.test(id)) {
      return title;
    }
    const bare = title.replace(', level ' + id, '').trim();
    return 'level ' + id + (bare === '' || bare === id || bare === 'level ' + id ? '' : ' (' + bare + ')');
  }

  // What is done to what.
  function deed(activity, level) {
    const done = lower(valueOf(places.activity, activity));
    if (variables[places.level].values.length === 1) {
      return done;
    }
    const what = levelOf(level);
    const isNumbered = /^\d+$/.test(variables[places.level].values[level]);
    return done.includes(' ') ? done + (isNumbered ? ' on ' + what : ' (' + what + ')') : done + ' ' + what;
  }

  function someone(role) {
    return article(lower(valueOf(places.role, role)));
  }

  // Who may or may not do what, with a word in place of the verb.
  function sentence(question, may) {
    let text = someone(question[places.role]) + ' ' + may + ' ' + deed(question[places.activity], question[places.level]);
    if (places.category !== undefined && question[places.category] >= 0) {
      text += ', for ' + lower(valueOf(places.category, question[places.category]));
    }
    if (places.route !== undefined && question[places.route] >= 0) {
      text += ', by way of ' + lower(valueOf(places.route, question[places.route]));
    }
    return text;
  }

  function ruleTitle(number) {
    return rules[number].title === '' ? rules[number].id : rules[number].title;
  }

  function cited(ids) {
    return ids.map(id => citations.get(id) || {id, where: '', says: '', kinds: []});
  }

  return {titleOf, valueOf, isTruth, phrase, choicesOf, sentence, ruleTitle, cited, rules, levelOf, deed, someone};
}
