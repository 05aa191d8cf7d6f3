import { toInsteadError } from '../errors.ts';
import type { Gateway, PayWindow, Report } from '../payment/gateway.ts';
import type { Locale } from '../payment/locale.ts';
import { createConnection, DEFAULT_TIMEOUT, type ConnectionOptions } from './connection.ts';
import { followWindow, type WindowJourney } from './follow-window.ts';
import { closeOnTheWay, openBlank, type NamedWindow } from './pay-window.ts';
import { requestSession } from './request-session.ts';
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
    try {
      return payIn(opened, origin, report);
    } catch (error) {
      // A page on which nobody may listen: the payment fails, and leaves no window behind.
      opened.handle.close();
      throw error;
    }
  }

  function payIn({ handle, name }: NamedWindow, origin: string, report: Report): PayWindow {
    try {
      writeWaitingPage(handle, getLocale());
    } catch {
      // A window that may not be written into only stays white.
    }

    const session = new AbortController();
    const journey: WindowJourney = { handle };
    let remember = () => {};
    const { hear, reportClosed, stop } = followWindow(journey, origin, (event) => {
      if (event.status === 'open') remember();
      report(event);
    });
    // A page that goes away before Instead's page is up takes the waiting window with it; later it leaves it open.
    const onPageHide = () => {
      if (!journey.hasSpoken) reportClosed();
    };
    window.addEventListener('pagehide', onPageHide);
    const end = (keepListening?: unknown) => {
      session.abort();
      forgetOpen(clientId, name);
      window.removeEventListener('pagehide', onPageHide);
      stop(keepListening);
    };

    return {
      request(request) {
        const { merchantUid, payEndDttm } = request;
        journey.tellShop = request.request_cb;
        remember = () => rememberOpen(clientId, { merchantUid, windowName: name, until: Number(payEndDttm) }, stop);
        requestSession(connection, request, {
          limit: timeouts?.session ?? DEFAULT_TIMEOUT,
          signal: session.signal,
          onResult: hear,
          sendOff(url) {
            handle.location.replace(url);
            journey.sentOffAt = Date.now();
            return handle;
          },
        }).then(
          (relay) => (journey.relay = relay),
          (cause: unknown) => report({ status: 'failed', error: toInsteadError(cause, 'session_failed') }),
        );
      },
      focus: () => handle.focus(),
      release() {
        end(journey.tellShop);
        forgetLastWindow = stop;
      },
      close() {
        end();
        if (journey.sentOffAt && !journey.hasSpoken) closeOnTheWay(handle);
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
