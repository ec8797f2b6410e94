/** The mark on the toolbar icon: shown only when a person has something to do. */
import { browser } from 'wxt/browser';

export type Badge = (mark: 'none' | 'attention', title: string) => Promise<void>;

/** `title` is what a pointer or a screen reader gets on the toolbar button. */
export const setBadge: Badge = async (mark, title) => {
  await browser.action.setBadgeText({ text: mark === 'attention' ? '!' : '' });
  await browser.action.setBadgeBackgroundColor({ color: '#b93f0c' });
  await browser.action.setTitle({ title });
};
