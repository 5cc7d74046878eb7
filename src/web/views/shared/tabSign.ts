/** Signs outside of the page that somebody is asking: the tab's title and the number on the app's icon. */
export class TabSign {
  private before: string | undefined;

  show(title: string): void {
    this.before ??= document.title;
    document.title = title;
    void navigator.setAppBadge?.(1).catch(() => undefined);
  }

  clear(): void {
    if (this.before === undefined) return;
    document.title = this.before;
    this.before = undefined;
    void navigator.clearAppBadge?.().catch(() => undefined);
  }
}

/** Asked only by a press on a button, never on load. */
export function askForNotifications(): Promise<NotificationPermission> {
  return Notification.requestPermission();
}

export type NotificationState = NotificationPermission | 'missing';

export const readNotificationState = (): NotificationState =>
  'Notification' in globalThis ? Notification.permission : 'missing';

/** Shows a note of the browser while the page is not in front; the answer takes it away again. */
export function notify(title: string, body: string, tag: string): () => void {
  if (readNotificationState() !== 'granted' || document.hasFocus()) return () => {};
  try {
    const note = new Notification(title, { body, tag, requireInteraction: true, icon: '/icon.svg' });
    note.onclick = () => {
      window.focus();
      note.close();
    };
    return () => note.close();
  } catch {
    // Android allows it only to a service worker.
    return () => {};
  }
}
