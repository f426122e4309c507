// Runs before the first frame, and before any module. It decides whether the page drawn at build time is
// what this visit will show, records clicks and typing until the page can handle them, and explains what
// to do when the page cannot start: opened from disk, in a frame without an origin, or with a file
// missing. A classic script, because browsers refuse modules in these cases.
(function () {
	'use strict';

	var root = document.documentElement;
	var folder = location.href.replace(/[?#].*/, '').replace(/[^/]*$/, '');

	/** Returns what an earlier visit stored under a name; null if there is nothing, or storage is denied. */
	function kept(name) {
		try {
			return JSON.parse(localStorage.getItem(new URL(folder).pathname + ':' + name));
		} catch {
			return null;
		}
	}

	/** Whether this visit begins like the page drawn at build time. */
	function beginsAsBuilt() {
		var choices = kept('choices') || { view: 'pretty', format: 'xml' };
		var folds = kept('folds') || {};
		return (
			location.search === '' &&
			location.hash === '' &&
			history.state === null &&
			window.matchMedia('(min-width: 77.5rem) and (min-height: 35rem)').matches &&
			choices.view === 'pretty' &&
			choices.format === 'xml' &&
			!folds.request &&
			!folds.map &&
			kept('columns') === null &&
			kept('learning') !== true
		);
	}

	// Until main.ts takes over. The style sheet hides the built page if another one is to be drawn, and the
	// introduction if it was dismissed at an earlier visit.
	root.dataset.start = !beginsAsBuilt() ? 'anew' : kept('intro') === false ? 'known' : 'built';
	var theme = kept('theme');
	if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

	// The build did not know the site's address: it is filled in before the first frame.
	var addresses = new MutationObserver(function () {
		document.querySelectorAll('[data-root]').forEach(function (element) {
			element.removeAttribute('data-root');
			element.textContent = element.textContent.replace('…/', folder);
		});
	});
	addresses.observe(document, { childList: true, subtree: true });
	document.addEventListener('DOMContentLoaded', function () {
		addresses.disconnect();
	});

	/** What a person did before the page could handle it, for replay-early.ts. */
	var early = (window.early = []);

	/** Whether no script listens there yet. */
	function isDeaf(target) {
		return root.dataset.start
			? target.closest('#app') !== null
			: target.closest('[data-built]') !== null;
	}

	function note(event) {
		var target = event.target instanceof Element ? event.target : null;
		if (!target || !isDeaf(target)) return;
		var type = event.type;
		if (type === 'click') {
			// Other links lead away by themselves, and boxes that are ticked are changed.
			target = target.closest('button, a[href^="#"], [role="option"], [data-line]');
			if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
			event.preventDefault();
		} else if (type === 'keydown') {
			if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
			event.preventDefault();
		}
		var last = early[early.length - 1];
		if (last && last.type === type && last.target === target) early.pop();
		early.push({
			type: type,
			target: target,
			value: target.value,
			checked: target.checked,
			init: { key: event.key, ctrlKey: event.ctrlKey, metaKey: event.metaKey }
		});
	}

	['click', 'input', 'change', 'keydown'].forEach(function (type) {
		document.addEventListener(type, note, true);
	});
	document.addEventListener('submit', function (event) {
		if (root.dataset.start) event.preventDefault();
	});

	/** Whether a script of the page did not come; the network may have been gone for a moment only. */
	var isLost = false;

	function add(parent, name, text) {
		var element = document.createElement(name);
		element.textContent = text;
		parent.appendChild(element);
		return element;
	}

	function fromDisk(main) {
		add(
			main,
			'p',
			'It was opened as a file. Browsers do not let a page started from disk load its own parts, so it needs a web server; any will do, and this computer can be one.'
		);
		var steps = add(main, 'ol', '');
		add(steps, 'li', 'Open a terminal in the folder this file lies in.');
		var run = add(steps, 'li', 'Run ');
		add(run, 'code', 'npx serve');
		run.appendChild(document.createTextNode(' or, with Python, '));
		add(run, 'code', 'python3 -m http.server 8000');
		add(steps, 'li', 'Open the address that the command prints.');
	}

	function inFrame(main) {
		add(
			main,
			'p',
			'It stands in a sandboxed frame that has no origin of its own, and the host does not let such a frame read its files.'
		);
		var ways = add(main, 'ul', '');
		add(ways, 'li', 'Open it in a tab of its own: ');
		var link = add(ways.lastChild, 'a', location.href);
		link.href = location.href;
		link.target = '_blank';
		link.rel = 'noopener';
		add(add(ways, 'li', 'Who wrote the frame: add '), 'code', 'allow-same-origin');
		ways.lastChild.appendChild(document.createTextNode(' to its sandbox attribute.'));
		add(
			add(ways, 'li', 'Who runs the host: send the header '),
			'code',
			'Access-Control-Allow-Origin: *'
		);
	}

	function withoutFile(main, file) {
		add(main, 'p', 'A file that it is made of could not be loaded:');
		add(main, 'p', '').appendChild(add(main, 'code', file));
		add(
			main,
			'p',
			'Check the network and reload the page. If that does not help, the copy on this host may be incomplete: copy the whole folder again.'
		);
	}

	function discard() {
		var app = document.getElementById('app');
		if (app) app.replaceChildren();
	}

	function tell(file) {
		// What the page carries cannot be used here, and comes after this script.
		discard();
		document.addEventListener('DOMContentLoaded', discard);
		var style = document.createElement('link');
		style.rel = 'stylesheet';
		style.href = './start.css';
		document.head.appendChild(style);
		var main = document.createElement('main');
		main.className = 'start';
		add(main, 'h1', 'The Toronto Open311 Playground cannot start here');
		if (location.protocol === 'file:') fromDisk(main);
		else if (self.origin === 'null') inFrame(main);
		else withoutFile(main, file);
		add(main, 'p', 'Unofficial: not affiliated with the City of Toronto.');
		document.body.insertBefore(main, document.body.firstChild);
	}

	/** Loads the page once more; returns false if that was done already, or cannot be remembered. */
	function loadsAgain() {
		var key = new URL(folder).pathname + ':tried';
		try {
			if (sessionStorage.getItem(key)) {
				sessionStorage.removeItem(key);
				return false;
			}
			sessionStorage.setItem(key, '1');
		} catch {
			return false;
		}
		location.reload();
		return true;
	}

	function whenBody(action) {
		if (document.body) action();
		else document.addEventListener('DOMContentLoaded', action);
	}

	// Only for scripts of the page itself; what it loads later has its own error messages.
	window.addEventListener(
		'error',
		function (event) {
			var script = event.target;
			if (!(script instanceof HTMLScriptElement) || isLost) return;
			isLost = true;
			function say() {
				whenBody(function () {
					tell(script.src);
				});
			}
			if (location.protocol === 'file:' || self.origin === 'null') return say();
			setTimeout(function () {
				// Without a network, the browser's own error page would take the place of this one.
				fetch(script.src, { cache: 'reload' }).then(function (response) {
					if (!response.ok || !loadsAgain()) say();
				}, say);
			}, 1000);
		},
		true
	);

	if (!('noModule' in HTMLScriptElement.prototype)) {
		whenBody(function () {
			tell('This browser knows no JavaScript modules; it is too old.');
		});
	}
})();
