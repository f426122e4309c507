import Code from '@lucide/svelte/icons/code';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import MapIcon from '@lucide/svelte/icons/map';
import MapPin from '@lucide/svelte/icons/map-pin';
import type { LucideIcon } from '@lucide/svelte';
import { focusWhenThere } from '../ui/focus-when-there';
import type { Page } from './page.svelte';

/** Something to begin with: what it is, what it takes, and what begins it. */
export interface BeginnerTask {
	label: string;
	note: string;
	icon: LucideIcon;
	begin: () => void;
}

/** The service of the report that the introduction begins: a pothole. */
const POTHOLE = 'CSROWR-12';

/** The four ways to begin; `showTeach` opens the menu of those who teach. */
export const tasksOf = (page: Page, showTeach: () => void): readonly BeginnerTask[] => [
	{
		label: 'See open potholes',
		note: 'list and map',
		icon: MapIcon,
		begin: () => {
			void page.explorer.openCaseNamed('requests-open-potholes');
			page.showPane('map');
			focusWhenThere('#map [role=listbox]');
		}
	},
	{
		label: 'Report one',
		note: 'place, two questions',
		icon: MapPin,
		begin: () => {
			const { draft, endpoint, follow } = page.explorer;
			void follow({
				method: 'submit',
				format: draft.format,
				values: {
					...(endpoint.jurisdiction ? { jurisdiction_id: endpoint.jurisdiction } : {}),
					service_code: POTHOLE
				}
			});
			page.turnToRequest();
			page.openPicker();
		}
	},
	{
		label: 'Write my client',
		note: 'from curl to Kotlin',
		icon: Code,
		begin: () => {
			page.showCode();
			focusWhenThere('#request select');
		}
	},
	{ label: 'Teach it', note: 'lessons and a stage', icon: GraduationCap, begin: showTeach }
];
