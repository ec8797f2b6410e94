/** Where the bench goes in the dashboard: each view with the step a person takes to it. */
import { NAVIGATION } from '../../../lib/ui/dashboard/page-keys.ts';

export interface Place {
  name: string;
  /** Of the link or the choice that is clicked, or of the field that is typed into. */
  selector: string;
  /** What is typed, in the place of a click. */
  text?: string;
  /** The hash the page stands at before, where it is not the place before. */
  from?: string;
}

const PARTS = {
  taste: [
    'lasting',
    'falling',
    'rising',
    'gems',
    'releases',
    'seasons',
    'discoveries',
    'forgotten',
    'on-this-day',
    'obsessions',
  ],
  habits: ['clock', 'streaks', 'sessions', 'skips', 'devices', 'milestones'],
} as const;

const TOP = 'page=top&range=all-time';

/** In an order in which each can be reached from the one before. */
export const PLACES: readonly Place[] = [
  ...NAVIGATION.flatMap((page): Place[] => {
    const link = { name: page, selector: `.dash__link[href*="page=${page}&"]` };
    if (page !== 'taste' && page !== 'habits') return [link];
    // The page's first part is what its own link leads to, once another page was shown.
    const [first, ...others] = PARTS[page];
    return [
      { ...link, name: `${page}, ${first}` },
      ...others.map((part) => ({
        name: `${page}, ${part}`,
        selector: `.parts__link[href$="part=${part}"]`,
      })),
    ];
  }),
  {
    name: 'overview, this year',
    selector: '[name=range][value=this-year]',
    from: 'page=overview&range=all-time',
  },
  { name: 'top artists', selector: '[name=top-list][value=artists]', from: TOP },
  { name: 'an artist', selector: '.name-link__name a', from: `${TOP}&list=artists` },
  { name: 'top albums', selector: '[name=top-list][value=albums]', from: TOP },
  { name: 'an album', selector: '.name-link__name a', from: `${TOP}&list=albums` },
  { name: 'top playlists', selector: '[name=top-list][value=playlists]', from: TOP },
  { name: 'a song', selector: '.name-link__name a', from: TOP },
  { name: 'top songs, this year', selector: '[name=range][value=this-year]', from: TOP },
  { name: 'timeline, this year', selector: '[name=range][value=this-year]', from: 'page=timeline' },
  { name: 'top, a filter', selector: '.top-choices [type=search]', text: 'an', from: TOP },
  { name: 'search', selector: '.search__field', text: 'an' },
];
