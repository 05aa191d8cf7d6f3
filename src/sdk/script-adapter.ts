import { toInsteadError } from '../errors.ts';
import type { InsteadAdapter, PaymentPopup, ReportEvent } from '../payment/adapter.ts';
import type { Locale } from '../payment/locale.ts';
import { createConnection, DEFAULT_TIMEOUT, type ConnectionOptions } from './connection.ts';
import { startPopupSession, type PopupState } from './popup-session.ts';
import { closeWhileNavigating, openPopup, type NamedPopup } from './popup.ts';
import { createSession } from './create-session.ts';
import { removeOpenPayment, storeOpenPayment } from './open-payment-storage.ts';
import { resumePopup } from './resume-popup.ts';
import { writeLoadingPage } from './loading-page.ts';

export interface ScriptAdapterOptions extends ConnectionOptions {
  getLocale: () => Locale;
}

/** Instead's script in a realm of its own: the gateway that moves money. It touches the page only once it is asked to. */
export function createScriptAdapter({ getLocale, ...options }: ScriptAdapterOptions): InsteadAdapter {
  const { clientId, timeouts } = options;
  const connection = createConnection(options);
  let forgetLastWindow = () => {};

  function openWindow(report: ReportEvent): PaymentPopup | null {
    forgetLastWindow();
    // Before the window: a wrong address throws, and must leave none behind.
    const { origin } = connection.apiUrl();
    const opened = openPopup();
    if (!opened) return null;
    try {
      return payIn(opened, origin, report);
    } catch (error) {
      // A page on which nobody may listen: the payment fails, and leaves no window behind.
      opened.handle.close();
      throw error;
    }
  }

  function payIn({ handle, name }: NamedPopup, origin: string, report: ReportEvent): PaymentPopup {
    try {
      writeLoadingPage(handle, getLocale());
    } catch {
      // A window that may not be written into only stays white.
    }

    const session = new AbortController();
    const journey: PopupState = { handle };
    let remember = () => {};
    const { hear, reportClosed, stop } = startPopupSession(journey, origin, (event) => {
      if (event.status === 'open') remember();
      report(event);
    });
    // A page that goes away before Instead's page is up takes the waiting window with it; later it leaves it open.
    const onPageHide = () => {
      if (!journey.hasMessaged) reportClosed();
    };
    window.addEventListener('pagehide', onPageHide);
    const end = (keepListening?: unknown) => {
      session.abort();
      removeOpenPayment(clientId, name);
      window.removeEventListener('pagehide', onPageHide);
      stop(keepListening);
    };

    return {
      request(request) {
        const { merchantUid, payEndDttm } = request;
        journey.onResult = request.request_cb;
        remember = () => storeOpenPayment(clientId, { merchantUid, windowName: name, until: Number(payEndDttm) }, stop);
        createSession(connection, request, {
          limit: timeouts?.session ?? DEFAULT_TIMEOUT,
          signal: session.signal,
          onResult: hear,
          navigate(url) {
            handle.location.replace(url);
            journey.navigatedAt = Date.now();
            return handle;
          },
        }).then(
          (relay) => (journey.forwardResult = relay),
          (cause: unknown) => report({ status: 'failed', error: toInsteadError(cause, 'session_failed') }),
        );
      },
      focus: () => handle.focus(),
      release() {
        end(journey.onResult);
        forgetLastWindow = stop;
      },
      close() {
        end();
        if (journey.navigatedAt && !journey.hasMessaged) closeWhileNavigating(handle);
        else handle.close();
      },
    };
  }

  return {
    getStatus: connection.status.get,
    subscribe: connection.status.subscribe,
    connect: async () => void (await connection.connect()),
    openPopup: openWindow,
    resume: (report) => resumePopup(clientId, () => connection.apiUrl().origin, report),
    dispose() {
      forgetLastWindow();
      connection.dispose();
    },
  };
}
