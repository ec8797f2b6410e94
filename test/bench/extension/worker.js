// The browser's driver waits for a page in front, and the product opens its options, too.
chrome.runtime.onInstalled.addListener(() => chrome.runtime.openOptionsPage());
