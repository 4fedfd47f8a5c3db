/** Whether a window can be shown here. Node's built-ins alone. */

/** Windows and macOS always have a desktop; elsewhere the environment names a display or none. */
export function hasDisplay(env, platform) {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
