/* The list answers while one types or ticks: the same page is fetched, its products and counts are put in place, and the address
   follows, so that back, reload and a bookmark find the same. Without this script the form is sent as a form is. */
(() => {
  'use strict';
  const form = document.querySelector('form[data-live]');
  if (!form) return;
  const narrow = matchMedia('(max-width: 860px)');
  const facets = form.querySelector('details.facets');
  if (narrow.matches && facets) facets.open = false;
  form.querySelectorAll('[data-scriptless]').forEach(button => { button.hidden = true; });

  const range = form.querySelector('input[type=range]');
  const say = () => {
    const said = range && document.getElementById('max-said');
    if (said) said.textContent = range.value === range.max ? said.dataset.all : said.dataset.text.replace('{0}', range.value);
  };

  const address = () => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const whole = name === 'max' && range && value === range.max;
      const usual = value === 'all' || (name === 'sort' && value === 'RECOMMENDED');
      if (value !== '' && !whole && !usual) query.append(name, value);
    }
    return location.pathname + (query.size ? '?' + query : '');
  };

  const remember = () => { try { sessionStorage.setItem('list ' + location.pathname, location.search); } catch { /* storage is refused in some frames: the crumb leads to the whole list */ } };
  remember();

  let asked = 0, timer;
  const show = async () => {
    const mine = ++asked, wanted = address();
    let answer;
    try { answer = await fetch(wanted, { headers: { Accept: 'text/html' } }); } catch { location.assign(wanted); return; }
    if (!answer.ok) { location.assign(wanted); return; }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const results = page.getElementById('results');
    if (mine !== asked) return;
    if (!results) { location.assign(wanted); return; }
    document.getElementById('results').replaceChildren(...results.childNodes);
    form.querySelectorAll('[data-count]').forEach(shown => {
      const now = page.querySelector('[data-count="' + CSS.escape(shown.dataset.count) + '"]');
      shown.textContent = now ? now.textContent : '0';
    });
    history.replaceState(history.state, '', wanted);
    remember();
  };
  const soon = wait => { clearTimeout(timer); timer = setTimeout(show, wait); };

  form.addEventListener('input', event => {
    if (event.target.type === 'search') soon(180);
    if (event.target.type === 'range') { say(); soon(180); }
  });
  form.addEventListener('change', event => { if (!['search', 'range'].includes(event.target.type)) soon(0); });
  form.addEventListener('submit', event => { event.preventDefault(); soon(0); });
})();
