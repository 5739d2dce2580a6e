// What makes long parts that are written on the page easier to find one's way in.

// Links to the headings of a part, before it.
function contentsOf(panel) {
  const headings = Array.from(panel.querySelectorAll('h3[id]'));
  if (headings.length > 2) {
    panel.querySelector('h2').after(element('nav', {class: 'contents', 'aria-label': 'Contents of ' + panel.dataset.title},
      list(headings.map(each => element('a', {href: '#' + encodeURIComponent(each.id)}, each.textContent)))));
  }
}

// A field by which a long list is narrowed to what holds some words.
function narrowing(panel, label) {
  const items = Array.from(panel.querySelectorAll('ul.promises > li'));
  if (items.length <= 12) {
    return;
  }
  const texts = items.map(each => each.textContent.toLowerCase());
  const said = element('span', {role: 'status', class: 'faint'});
  const input = element('input', {type: 'search', autocomplete: 'off', oninput: () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(word => word !== '');
    const shown = items.filter((each, i) => {
      each.hidden = !words.every(word => texts[i].includes(word));
      return !each.hidden;
    });
    said.textContent = words.length === 0 ? '' : shown.length + ' of ' + items.length + ' shown';
  }});
  panel.querySelector('ul.promises').before(element('p', {class: 'narrow'},
    element('label', {}, label + ' ', input), ' ', said));
}
