/**
 * What each package is measured by: provider, hook and button, or what comes nearest. `ours` first.

 */
export const peers = [
  { name: 'react-instead-pay', uses: 'InsteadProvider, useInsteadPay, PayButton', from: 'react-instead-pay' },
  {
    name: '@react-oauth/google',
    uses: 'GoogleOAuthProvider, useGoogleLogin, GoogleLogin',
    from: '@react-oauth/google',
  },
  { name: '@google-pay/button-react', uses: 'default as GooglePayButton', from: '@google-pay/button-react' },
  {
    name: '@paypal/react-paypal-js',
    uses: 'PayPalProvider, usePayPal, PayPalOneTimePaymentButton',
    from: '@paypal/react-paypal-js/sdk-v6',
  },
  {
    name: '@stripe/react-stripe-js',
    uses: 'Elements, useStripe, PaymentElement',
    from: '@stripe/react-stripe-js',
    also: 'export { loadStripe } from "@stripe/stripe-js";',
  },
  { name: '@tosspayments/tosspayments-sdk', uses: 'loadTossPayments', from: '@tosspayments/tosspayments-sdk' },
  { name: '@portone/browser-sdk', uses: 'requestPayment', from: '@portone/browser-sdk/v2' },
];
