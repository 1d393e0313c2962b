// The token may come behind the # of the address, which browsers send nowhere.
const token = document.getElementById("token");
if (token && location.hash.length > 1) {
  token.value = decodeURIComponent(location.hash.substring(1));
  history.replaceState(null, "", location.pathname);
  document.getElementById("name").focus();
}
