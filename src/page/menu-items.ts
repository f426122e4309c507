// What the menus of the header offer: each with what it is, and what it gives.
import BookOpen from '@lucide/svelte/icons/book-open';
import Check from '@lucide/svelte/icons/check';
import CodeIcon from '@lucide/svelte/icons/code';
import Download from '@lucide/svelte/icons/download';
import ExternalLink from '@lucide/svelte/icons/external-link';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import Info from '@lucide/svelte/icons/info';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import List from '@lucide/svelte/icons/list';
import Maximize2 from '@lucide/svelte/icons/maximize-2';
import Play from '@lucide/svelte/icons/play';
import Server from '@lucide/svelte/icons/server';
import SettingsIcon from '@lucide/svelte/icons/settings';
import Share2 from '@lucide/svelte/icons/share-2';
import Sliders from '@lucide/svelte/icons/sliders-horizontal';
import { answererOf } from '../http/summary';
import type { MenuItem } from '../ui/Menu.svelte';
import type { Page } from './page.svelte';

type Items = MenuItem[];

/** For those who show the API to others. */
export const teachItems = (page: Page): Items => [
	{
		label: 'Lessons',
		note: 'Step by step to a first client',
		icon: GraduationCap,
		onselect: page.showLessons
	},
	{
		label: 'Stage',
		note: 'Readable from the last row',
		icon: Maximize2,
		keys: 'F8',
		onselect: page.present
	},
	{
		label: 'Handout',
		note: 'This request and its answer, on paper',
		icon: List,
		onselect: page.printExchange
	},
	{
		label: 'Test cases',
		note: `${page.explorer.caseCount} fixed ones at a mock-up, general ones at any server`,
		icon: Play,
		onselect: page.runCases
	}
];

/** For those who write a client. */
export const useItems = (page: Page): Items => [
	{
		label: 'Code for this request',
		note: 'From curl to Kotlin',
		icon: CodeIcon,
		onselect: page.showCode
	},
	{
		label: 'Embed it',
		note: 'This request in your own page',
		icon: ExternalLink,
		onselect: page.showEmbed
	},
	{
		label: 'OpenAPI file',
		note: 'For generators and API clients',
		icon: BookOpen,
		href: 'openapi.json',
		download: true
	},
	{
		label: 'Export',
		note: 'CSV, GeoJSON, HAR, .http',
		icon: Download,
		onselect: page.showExport
	},
	{
		label: 'Check my app',
		note: 'Watches your client’s calls, says what is wrong',
		icon: Check,
		onselect: page.showCheck
	},
	{
		label: 'From mock-up to production',
		note: 'What the City asked of an app',
		icon: Server,
		onselect: page.showProduction
	},
	{
		label: 'Introduction',
		note: 'What this page is, and four ways to begin',
		icon: Lightbulb,
		onselect: page.showIntro
	},
	{
		label: 'About',
		note: 'What Open311 is, and where each fact comes from',
		icon: Info,
		onselect: page.showAbout
	}
];

/** What has a button of its own where there is room. */
export const pageItems = ({ share, settings }: Record<'share' | 'settings', () => void>): Items => [
	{ label: 'Share', note: 'A link to the page as it is', icon: Share2, onselect: share },
	{
		label: 'Settings',
		note: 'Theme, keyboard shortcuts, reset',
		icon: SettingsIcon,
		onselect: settings
	}
];

/** What stands in the header of a larger window. */
export const elsewhereItems = (
	page: Page,
	{ endpoints, answerer }: Record<'endpoints' | 'answerer', () => void>
): Items => [
	{
		label: 'Endpoint',
		note: page.explorer.endpoint.name,
		icon: Server,
		onselect: endpoints
	},
	{
		label: 'Answered by',
		note: answererOf(page.explorer.view?.exchange ?? null),
		icon: Info,
		onselect: answerer
	},
	{
		label: 'Mock-up controls',
		note: 'The clock, simulated faults, your reports',
		icon: Sliders,
		onselect: page.showMockUp
	}
];
