/** What the cookie holds: `theme.text.marks.keys`; the last two are missing from cookies of before they were. Scripts may read it; it says nothing of a person. */
export const DISPLAY_COOKIE = 'marginalia-display'

/**
 * Runs in every page before anything is drawn, so that nothing flashes, and keeps the page itself the same for everybody. The
 * server's policy allows it by its hash. None of the signs that HTML would escape may stand in it.
 */
export const DISPLAY_SCRIPT = `(function(){var m=/(?:^|; )${DISPLAY_COOKIE}=(light|dark|system)[.](small|normal|large|larger)(?:[.](on|off)[.](on|off))?(?:;|$)/.exec(document.cookie);if(m){var d=document.documentElement;if(m[1]!==\`system\`)d.setAttribute(\`data-theme\`,m[1]);if(m[2]!==\`normal\`)d.setAttribute(\`data-text\`,m[2]);if(m[3]===\`off\`)d.setAttribute(\`data-no-marks\`,\`\`);if(m[4]===\`off\`)d.setAttribute(\`data-no-keys\`,\`\`)}})()`
