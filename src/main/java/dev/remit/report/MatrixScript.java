package dev.remit.report;

/** The styles and scripts of the page of a matrix. */
final class MatrixScript {
    static final String STYLE = """

            .notice { border-left: 4px solid var(--line); padding-left: .8rem; color: var(--faint); }
            .roles { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; max-width: none; }
            .always, .if, .never, .forbidden { border-radius: .25rem; padding: .05rem .4rem; white-space: nowrap; }
            .always { color: var(--yes); background: var(--yes-back); font-weight: 600; }
            .if { color: var(--if); background: var(--if-back); font-weight: 600; }
            .forbidden { color: var(--bar); background: var(--bar-back); }
            .never { color: var(--no); }
            a.field { text-underline-offset: .2em; }
            #filter {
              position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: center;
              padding: .6rem .8rem; margin: 1rem 0; background: var(--shade); border: 1px solid var(--line); border-radius: .4rem;
            }
            #filter select { max-width: 14rem; }
            .role h2 { scroll-margin-top: 5rem; }
            .role caption { position: absolute; left: -100vw; }
            .role th .sub { display: block; font-weight: 400; font-size: .8rem; color: var(--faint); }
            .role thead th { min-width: 6.5rem; max-width: 10rem; }
            .role tbody th { white-space: nowrap; }
            .out > * { visibility: hidden; }
            article { border-top: 1px solid var(--line); padding-top: .2rem; scroll-margin-top: 5rem; }
            article section { margin: 0 0 .8rem 0; }
            h4 { font-size: 1rem; margin: .8rem 0 .2rem; }
            h5 { font-size: .85rem; margin: .5rem 0 .1rem; color: var(--faint); font-weight: 600; }
            article ul, article ol { margin: .1rem 0 .4rem; }
            article p { margin: .2rem 0; }
            dialog {
              width: min(46rem, calc(100vw - 2rem)); max-height: calc(100vh - 3rem); overflow: auto; padding: 0 1.25rem 1.25rem;
              color: var(--ink); background: var(--paper); border: 1px solid var(--faint); border-radius: .5rem;
            }
            dialog::backdrop { background: rgb(0 0 0 / 45%); }
            dialog .bar { position: sticky; top: 0; display: flex; gap: 1rem; padding: .8rem 0; background: var(--paper); }
            dialog .bar h2 { flex: 1; margin: 0; font-size: 1.15rem; }
            dialog .because { border-left: 3px solid var(--line); padding-left: .8rem; font-size: .93rem; }
            @media (max-width: 40rem) { #filter { position: static; } }
            @media print {
              .role { break-inside: avoid; }
              .always, .if, .never, .forbidden { padding: 0; }
              .role caption { position: static; }
              .role thead th { min-width: 0; }
              .role th .sub { font-size: 7.5pt; }
              #fields, #rules { columns: 2; column-gap: 2rem; font-size: 8pt; }
              #fields h2, #rules h2 { column-span: all; }
              #fields section, #rules li { break-inside: avoid; }
            }
            """;

    /** The dialog in which a field opens. */
    static final String DIALOG = """
            <dialog id="open" aria-labelledby="open-title">
            <div class="bar"><h2 id="open-title"></h2><form method="dialog"><button>Close</button></form></div>
            <div id="open-body"></div>
            </dialog>
            """;

    static final String SCRIPT = """

            'use strict';
            (function () {
              const id = name => document.getElementById(name);
              const every = (selector, within) => Array.from((within || document).querySelectorAll(selector));
              const filter = id('filter');
              const chosen = name => id(name) ? id(name).value : '';

              function show() {
                const role = chosen('role'), level = chosen('level'), category = chosen('category');
                const only = id('only').checked;
                const counted = {always: 0, if: 0};
                const told = new Set();
                every('[data-level]').forEach(cell => { cell.hidden = level !== '' && cell.dataset.level !== level; });
                every('section.role').forEach(section => {
                  let rows = 0;
                  every('tbody tr', section).forEach(row => {
                    let granting = 0;
                    const isAsked = role === '' || section.dataset.role === role;
                    every('td', row).forEach(cell => {
                      const grants = cell.dataset.says in counted;
                      const fits = category === '' || cell.dataset.in.split(' ').includes(category);
                      cell.classList.toggle('out', !fits || (only && !grants));
                      if (!cell.hidden && grants && fits) {
                        granting += 1;
                        counted[cell.dataset.says] += isAsked ? 1 : 0;
                      }
                    });
                    row.hidden = (only || category !== '') && granting === 0;
                    rows += row.hidden ? 0 : 1;
                  });
                  section.hidden = (role !== '' && section.dataset.role !== role) || rows === 0;
                  every('tr:not([hidden]) td:not(.out):not([hidden]) a', section.hidden ? id('open-body') : section)
                    .forEach(link => told.add(link.getAttribute('href').slice(1)));
                });
                every('#fields > article').forEach(field => { field.hidden = !told.has(field.id); });
                id('shown').textContent = counted.always + ' always, ' + counted.if + ' on conditions';
              }

              function open(link) {
                const field = document.getElementById(link.getAttribute('href').slice(1));
                const body = id('open-body');
                const copy = field.cloneNode(true);
                copy.removeAttribute('id');
                copy.hidden = false;
                const title = copy.querySelector('h3');
                id('open-title').textContent = title.textContent;
                title.remove();
                every('section[data-rule]', copy).forEach(section => {
                  const heading = section.querySelector('h4');
                  heading.textContent = heading.textContent;
                  const rule = document.getElementById('rule.' + section.dataset.rule).cloneNode(true);
                  const because = document.createElement('div');
                  because.className = 'because';
                  because.append('Rule ', ...rule.querySelector('h3').childNodes);
                  every('h3, .title', rule).forEach(each => each.remove());
                  because.append(...rule.childNodes);
                  section.append(because);
                });
                body.replaceChildren(copy);
                id('open').showModal();
                id('open').scrollTop = 0;
              }

              document.addEventListener('click', event => {
                const link = event.target.closest('a.field');
                const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
                if (link && plain && id('open').showModal) {
                  event.preventDefault();
                  open(link);
                } else if (event.target === id('open')) {
                  id('open').close();
                }
              });
              filter.addEventListener('change', show);
              filter.addEventListener('submit', event => event.preventDefault());
              filter.addEventListener('reset', () => setTimeout(show));
              filter.hidden = false;
              show();
            })();
            """;

    private MatrixScript() {}
}
