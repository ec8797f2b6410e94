/** Takes the pictures for the next first paint, of a popup that nobody sees. */
import { render } from 'preact';
import { deriveFirst, endOfDay, laterThan } from './first-model.ts';
import { takePicture, type Picture } from './picture.ts';
import type { PopupActions } from './popup-actions.ts';
import type { PopupModel } from './popup-model.ts';
import { Popup } from './popup.tsx';
import type { Remembered } from './remembered.ts';
import type { Pictures } from './remembered-picture.ts';

/** `now` in UTC ms, for when there are no figures yet. */
export function takePictures(remembered: Remembered, now: number): Pictures {
  const { snapshot } = remembered;
  const madeAt = snapshot?.computedAt ?? now;
  return {
    madeAt,
    dayEndsAt: snapshot ? endOfDay(madeAt, snapshot.timeZone) : madeAt,
    sameDay: takeOne(deriveFirst(remembered, madeAt)),
    later: takeOne(deriveFirst(remembered, laterThan(madeAt))),
  };
}

function takeOne(model: PopupModel): Picture[] {
  // In a document without a window no cover is loaded.
  const stage = document.implementation.createHTMLDocument('').body;
  render(<Popup model={model} actions={NO_ACTIONS} />, stage);
  const picture = takePicture(stage);
  render(null, stage);
  return picture;
}

const nothing = () => undefined;

const NO_ACTIONS: PopupActions = {
  selectAccount: nothing,
  selectRange: nothing,
  syncNow: nothing,
  retry: nothing,
  reconnect: nothing,
  removeSample: nothing,
  unlock: nothing,
  openDashboard: nothing,
  openOptions: nothing,
};
