/** No dialog: the button is in the page. */
export default function Page({ children }) {
  return <main>{children}</main>;
}
