/** Small pictures drawn here, because no font is sure to have them. */

function Icon({ path }: { readonly path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export const MoreIcon = () => (
  <Icon path="M4 14a2 2 0 1 1 0-4 2 2 0 0 1 0 4Zm8 0a2 2 0 1 1 0-4 2 2 0 0 1 0 4Zm8 0a2 2 0 1 1 0-4 2 2 0 0 1 0 4Z" />
);

export const ChannelsIcon = () => <Icon path="M3 5h18v2H3V5Zm0 6h18v2H3v-2Zm0 6h18v2H3v-2Z" />;

export const ClockIcon = () => (
  <Icon path="M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm0 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm-1 3h2v4.6l3.2 3.2-1.4 1.4L11 12.4V7Z" />
);

/** For what only one person sees. */
export const EyeIcon = () => (
  <Icon path="M12 5c5 0 9 4 10 7-1 3-5 7-10 7S3 15 2 12c1-3 5-7 10-7Zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0 2a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z" />
);

/** For what was sent without a push. */
export const SilentIcon = () => (
  <Icon path="m3.3 2 18.4 18.4-1.3 1.3-4.2-4.2H4v-2l2-2V10c0-.9.2-1.8.6-2.5L2 3.3 3.3 2ZM12 3a6 6 0 0 1 6 6v3.6L8.300 4.300A6 6 0 0 1 12 3Zm-2 16.500h4a2 2 0 0 1-4 0Z" />
);
