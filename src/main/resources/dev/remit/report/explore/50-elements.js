// Makes elements; a text is never read as HTML.
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes || {}).forEach(([key, value]) => {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== undefined) {
      made.setAttribute(key, value);
    }
  });
  children.flat().forEach(child => {
    if (child !== undefined && child !== '') {
      made.append(child);
    }
  });
  return made;
}

function list(items, attributes) {
  return element('ul', attributes, items.map(item => element('li', {}, item)));
}

let made = 0;

// A field in which one of some things is found by typing a part of its title or id.
// choices: [{value, title, id, also}], the first being what stands there when nothing is chosen.
function picker(label, choices, chosen, accept) {
  const MOST = 150;
  made++;
  const id = 'pick-' + made;
  const titleOf = value => (choices.find(each => each.value === value) || choices[0]).title;
  const input = element('input', {
    id, type: 'text', role: 'combobox', 'aria-label': label, 'aria-expanded': 'false', 'aria-controls': id + '-list',
    'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false'
  });
  const options = element('ul', {id: id + '-list', role: 'listbox', 'aria-label': label, hidden: true});
  const field = element('span', {class: 'picker'}, input, options);
  let value = chosen;
  let shown = [];
  let at = -1;

  function rest() {
    input.value = titleOf(value);
    // As wide as what is chosen, as far as the page allows.
    input.size = Math.max(8, Math.min(48, input.value.length + 1));
    input.classList.toggle('unset', value === choices[0].value && choices[0].id === undefined);
  }

  function close() {
    options.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function mark(place) {
    at = place;
    Array.from(options.children).forEach((each, i) => each.setAttribute('aria-selected', String(i === at)));
    if (at >= 0 && options.children[at]) {
      input.setAttribute('aria-activedescendant', options.children[at].id);
      options.children[at].scrollIntoView({block: 'nearest'});
    }
  }

  function open(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(word => word !== '');
    shown = choices.filter(each => {
      const text = [each.title, each.id || ''].concat(each.also || []).join(' ').toLowerCase();
      return words.every(word => text.includes(word));
    }).slice(0, MOST);
    options.replaceChildren(...shown.map((each, i) => element('li', {
      id: id + '-' + i, role: 'option', 'aria-selected': 'false',
      onmousedown: event => { event.preventDefault(); choose(each); }
    }, each.title, each.id && each.id !== each.title ? element('span', {class: 'id'}, ' ' + each.id) : '')));
    options.hidden = shown.length === 0;
    // A list that would stick out of the page begins further left.
    options.style.left = Math.min(0, document.documentElement.clientWidth - 8
      - field.getBoundingClientRect().left - options.offsetWidth) + 'px';
    input.setAttribute('aria-expanded', String(shown.length > 0));
    mark(typed === '' ? shown.findIndex(each => each.value === value) : shown.length > 0 ? 0 : -1);
  }

  function choose(each) {
    const isOther = each.value !== value;
    value = each.value;
    rest();
    close();
    if (isOther) {
      accept(value);
    }
  }

  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', () => { if (options.hidden) { open(''); } });
  input.addEventListener('input', () => open(input.value));
  input.addEventListener('blur', () => { close(); rest(); });
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (options.hidden) {
        open('');
      } else {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        mark((at + step + shown.length) % shown.length);
      }
    } else if (event.key === 'Enter' && !options.hidden) {
      event.preventDefault();
      if (shown[at]) {
        choose(shown[at]);
      }
    } else if (event.key === 'Escape' && !options.hidden) {
      event.preventDefault();
      close();
      rest();
    }
  });
  rest();
  return {field, input, set: other => { value = other; rest(); }};
}

// Yes, no, or not known.
function threeWays(label, hint, value, accept) {
  made++;
  const name = 'fact-' + made;
  const ways = [[1, 'yes'], [0, 'no'], [-1, 'not known']].map(([way, word]) => {
    const input = element('input', {type: 'radio', name, value: String(way), onchange: () => accept(way)});
    input.checked = way === value;
    return element('label', {}, input, element('span', {}, word));
  });
  return element('fieldset', {class: 'ways'}, element('legend', {title: hint || undefined}, label),
    element('span', {class: 'three'}, ways));
}

function oneOf(label, words, value, accept) {
  const select = element('select', {onchange: () => accept(Number(select.value))},
    words.map(([place, word]) => element('option', {value: String(place), selected: place === value}, word)));
  return element('label', {class: 'one'}, element('span', {}, label), select);
}

function folded(summary, ...children) {
  return element('details', {}, element('summary', {}, summary), ...children);
}
