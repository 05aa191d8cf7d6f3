import { reportCallbackError, toInsteadError } from '../errors.ts';
import type { Gateway, PayWindow, Report } from '../payment/gateway.ts';
import type { Locale } from '../payment/locale.ts';
import type { ScriptResult } from '../protocol/script-message.ts';
import { createConnection, DEFAULT_TIMEOUT, type ConnectionOptions } from './connection.ts';
import { followWindow } from './follow-window.ts';
import { closeOnTheWay, openBlank } from './pay-window.ts';
import { requestSession, type Relay } from './request-session.ts';
import { forgetOpen, rememberOpen } from './resume.ts';
import { resumeWindow } from './resume-window.ts';
import { writeWaitingPage } from './waiting-page.ts';

export interface VendorOptions extends ConnectionOptions {
  getLocale: () => Locale;
}

/** Instead's script in a realm of its own: the gateway that moves money. It touches the page only once it is asked to. */
export function createVendorGateway({ getLocale, ...options }: VendorOptions): Gateway {
  const { clientId, timeouts } = options;
  const connection = createConnection(options);
  let forgetLastWindow = () => {};

  function openWindow(report: Report): PayWindow | null {
    forgetLastWindow();
    // Before the window: a wrong address throws, and must leave none behind.
    const { origin } = connection.apiUrl();
    const opened = openBlank();
    if (!opened) return null;
    const { handle, name } = opened;
    try {
      writeWaitingPage(handle, getLocale());
    } catch {
      // A window that may not be written into only stays white.
    }

    const session = new AbortController();
    let relay: Relay | undefined;
    let shop: ((result: ScriptResult) => void) | undefined;
    let remember = () => {};
    const followed = followWindow({
      handle,
      origin,
      report(event) {
        if (event.type === 'opened') remember();
        report(event);
      },
      getRelay: () => relay,
      tellShop(result) {
        try {
          shop?.(result);
        } catch (error) {
          reportCallbackError(error);
        }
      },
    });
    // A page that goes away before Instead's page is up takes the waiting window with it; later it leaves it open.
    const onPageHide = () => {
      if (!followed.hasSpoken()) report({ type: 'cancelled', reason: 'window_closed' });
    };
    window.addEventListener('pagehide', onPageHide);
    const end = () => {
      window.removeEventListener('pagehide', onPageHide);
      session.abort();
      forgetOpen(clientId);
    };

    return {
      request(request) {
        const { merchantUid, payEndDttm } = request;
        shop = request.request_cb;
        remember = () => rememberOpen(clientId, { merchantUid, windowName: name, until: Number(payEndDttm) });
        requestSession(connection, request, {
          limit: timeouts?.session ?? DEFAULT_TIMEOUT,
          signal: session.signal,
          onResult: followed.hear,
          sendOff(url) {
            handle.location.replace(url);
            followed.markSentOff();
            return handle;
          },
        }).then(
          (way) => (relay = way),
          (cause: unknown) => report({ type: 'failed', error: toInsteadError(cause, 'session_failed') }),
        );
      },
      focus: () => handle.focus(),
      release() {
        end();
        followed.stop(shop !== undefined);
        forgetLastWindow = () => followed.stop();
      },
      close() {
        end();
        followed.stop();
        if (followed.isOnTheWay()) closeOnTheWay(handle);
        else handle.close();
      },
    };
  }

  return {
    getStatus: connection.status.get,
    subscribe: connection.status.subscribe,
    connect: async () => void (await connection.connect()),
    openWindow,
    resume: (report) => resumeWindow(clientId, () => connection.apiUrl().origin, report),
    dispose() {
      forgetLastWindow();
      connection.dispose();
    },
  };
}
