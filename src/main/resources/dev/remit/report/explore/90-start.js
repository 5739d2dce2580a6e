// Puts the page together: tabs over what is written on it and what the script makes.
function cleaned(value) {
  if (typeof value === 'string') {
    return visible(value);
  }
  if (Array.isArray(value)) {
    return typeof value[0] === 'number' ? value : value.map(cleaned);
  }
  if (value !== null && typeof value === 'object') {
    const made = {};
    Object.entries(value).forEach(([key, each]) => { made[key] = key === 'nodes' ? each : cleaned(each); });
    return made;
  }
  return value;
}

function start() {
  const policy = policyOf(cleaned(JSON.parse(document.getElementById('data').textContent)));
  const words = wordsOf(policy);
  const main = document.getElementById('main');
  const written = Array.from(main.querySelectorAll('section.panel'));
  let current = '';

  const ask = askTab(policy, words, fragment => history.replaceState(null, '', fragment));
  const overviews = overviewTabs(policy, words, parts => {
    const fragment = ask.ask(parts);
    history.pushState(null, '', fragment);
    show('ask');
    document.getElementById('tab-ask').focus();
  });
  const [who, role] = overviews;
  main.prepend(ask.panel, who.panel, role.panel);
  written.forEach(panel => {
    if (panel.dataset.name === 'sentences') {
      contentsOf(panel);
    } else if (panel.dataset.name === 'promises') {
      narrowing(panel, 'Show only those with the words');
    }
  });
  const panels = [ask.panel, who.panel, role.panel].concat(written);

  const tabs = element('div', {class: 'tabs', role: 'tablist', 'aria-label': 'What this page shows'});
  panels.forEach(panel => {
    const name = panel.dataset.name;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', 'tab-' + name);
    tabs.append(element('button', {
      type: 'button', role: 'tab', id: 'tab-' + name, 'aria-controls': panel.id,
      onclick: () => { show(name); history.pushState(null, '', name === 'ask' ? ask.fragment() : '#' + name); }
    }, panel.dataset.title));
  });
  tabs.addEventListener('keydown', event => {
    const all = Array.from(tabs.children);
    const at = all.indexOf(document.activeElement);
    const next = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1}[event.key];
    if (at >= 0 && next !== undefined) {
      event.preventDefault();
      const tab = all[(next + all.length) % all.length];
      tab.focus();
      tab.click();
    }
  });
  main.prepend(tabs);

  function show(id) {
    current = id;
    panels.forEach(panel => { panel.hidden = panel.dataset.name !== id; });
    Array.from(tabs.children).forEach(tab => {
      const isChosen = tab.id === 'tab-' + id;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.setAttribute('tabindex', isChosen ? '0' : '-1');
      if (isChosen && tabs.scrollWidth > tabs.clientWidth) {
        tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - 16;
      }
    });
    if (id === 'who') {
      who.shown();
    } else if (id === 'role') {
      role.shown();
    }
  }

  // Shows what a fragment names: a tab, a question, or a place within a tab.
  function follow() {
    const hash = location.hash.slice(1);
    if (hash.startsWith('ask/')) {
      ask.take(hash.slice(4));
      show('ask');
    } else if (panels.some(panel => panel.dataset.name === hash)) {
      show(hash);
    } else {
      let place = null;
      try {
        place = document.getElementById(decodeURIComponent(hash));
      } catch (malformed) {
        place = null;
      }
      const panel = place === null ? null : place.closest('section.panel');
      show(panel === null ? current || 'ask' : panel.dataset.name);
      if (panel !== null) {
        place.scrollIntoView();
      }
    }
  }

  window.addEventListener('hashchange', follow);
  window.addEventListener('popstate', follow);
  document.documentElement.classList.add('live');
  follow();
}

start();
